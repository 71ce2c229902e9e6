// Settings as a file that both a shell (`set -a; . file`) and the commands here read.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const quote = (value) => (/^[\w@%+=:,./-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`);

/** Writes name=value lines, readable by the owner only, in one go. */
export function writeEnvFile(file, env) {
  const lines = Object.entries(env).map(([name, value]) => `${name}=${quote(String(value))}`);
  writeFileSync(`${file}.new`, `${lines.join('\n')}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function unquote(text) {
  let value = '';
  for (const [, single, escaped, plain] of text.matchAll(/'([^']*)'|\\(.)|([^'\\]+)/g)) {
    value += single ?? escaped ?? plain;
  }
  return value;
}

/** The settings in a file that writeEnvFile wrote; {} when there is none. */
export function readEnvFile(file) {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), unquote(line.slice(line.indexOf('=') + 1))]),
  );
}
