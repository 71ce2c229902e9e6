import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { startScript } from './start-script';
import { styles } from './styles';

interface Asset {
  contentType: string;
  bytes: Buffer;
  gzipped: Buffer;
  etag: string;
}

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';

/** What the pages may ask for: two files of swagger-ui-dist, and two of our own. */
const sources: Record<string, { contentType: string; read: () => Promise<Buffer> }> = {
  'swagger-ui-bundle.js': { contentType: script, read: () => readDist('swagger-ui-bundle.js') },
  'swagger-ui.css': { contentType: style, read: () => readDist('swagger-ui.css') },
  'start.js': { contentType: script, read: () => Promise.resolve(Buffer.from(startScript)) },
  'docs.css': { contentType: style, read: () => Promise.resolve(Buffer.from(styles)) },
};

function readDist(name: string): Promise<Buffer> {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return readFile(join(folder, name));
}

async function load({ contentType, read }: (typeof sources)[string]): Promise<Asset> {
  const bytes = await read();
  const gzipped = await promisify(gzip)(bytes);
  return { contentType, bytes, gzipped, etag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
}

const loaded = new Map<string, Promise<Asset>>();

/** A file of the documentation, read once. */
export async function readAsset(name: string): Promise<Asset | undefined> {
  if (!Object.hasOwn(sources, name)) return undefined;
  const source = sources[name];
  if (!source) return undefined;
  let asset = loaded.get(name);
  if (!asset) {
    asset = load(source);
    loaded.set(name, asset);
    asset.catch(() => loaded.delete(name));
  }
  return asset;
}
