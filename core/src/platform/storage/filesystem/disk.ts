import { mkdir, open, readdir, rename, rmdir, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const publishAttempts = 50;

/** Whether this is an error of the system with one of these codes, such as ENOENT. */
export function isSystemError(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** A new or changed entry of a folder survives a power cut only when the folder is synced, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  const firstCreated = await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  const last = firstCreated === undefined ? dirname(to) : dirname(firstCreated);
  for (let folder = dirname(to); ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === last) return;
  }
}

/** Makes a finished file visible under its name, in place of an older one. */
export async function publish(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await moveInto(from, to);
    } catch (error) {
      // A delete beside us can take an empty folder away between our mkdir and our rename.
      if (!isSystemError(error, 'ENOENT') || attempt === publishAttempts) throw error;
    }
  }
}

/** Removes a file, where there is one, and the folders above it that became empty, up to the root. */
export async function removeFile(path: string, root: string): Promise<void> {
  try {
    await unlink(path);
    for (let folder = dirname(path); folder !== root; folder = dirname(folder)) await rmdir(folder);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

/** Removes the files of a flat folder that were last written before then; returns how many. */
export async function removeOlderFiles(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    try {
      if ((await stat(path)).mtime >= before) continue;
      await unlink(path);
      removed += 1;
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) throw error;
    }
  }
  return removed;
}
