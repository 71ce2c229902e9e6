import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './disk';
import { objectSuffix } from './folders';

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}

function keyPart(entry: Dirent): string | undefined {
  if (entry.isDirectory()) return `${entry.name}/`;
  const isObject = entry.isFile() && entry.name.endsWith(objectSuffix);
  return isObject ? entry.name.slice(0, -objectSuffix.length) : undefined;
}

/** Keys below a folder that begin with the prefix, in the byte order of whole keys, as S3 lists them. */
export async function* walkKeys(folder: string, prefix: string, above = ''): AsyncGenerator<string> {
  const parts = (await entriesOf(folder)).map(keyPart).filter((part) => part !== undefined);
  for (const part of parts.sort()) {
    const key = above + part;
    if (!part.endsWith('/')) {
      if (key.startsWith(prefix)) yield key;
    } else if (key.startsWith(prefix) || prefix.startsWith(key)) {
      yield* walkKeys(join(folder, part), prefix, key);
    }
  }
}
