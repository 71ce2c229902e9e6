import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStorage } from '../create-storage';
import { createObjectRoute } from '../route/object-route';
import type { StorageOptions } from '../types';
import type { Subject } from './subject';

export const signingKey = 'a signing key for tests only';

export interface FilesystemSubject extends Subject {
  directory: string;
  baseUrl: string;
  /** Resolves when the request that the server got last has been dealt with. */
  lastRequest(): Promise<void>;
  errors: unknown[];
}

function storedBytes(directory: string): number {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** The filesystem driver on a folder of its own, and its route on a server of its own. */
export async function openFilesystemSubject(): Promise<FilesystemSubject> {
  const directory = await mkdtemp(join(tmpdir(), 'storage test '));
  let last: Promise<void> = Promise.resolve();
  const errors: unknown[] = [];
  const server = createServer((request, response) => {
    last = route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = (options?: StorageOptions) =>
    createStorage({ driver: 'filesystem', directory, publicUrl: `${baseUrl}/`, signingKey }, options);
  const storage = open();
  const route = createObjectRoute({ storage, signingKey, onError: (error) => errors.push(error) });
  return {
    directory,
    baseUrl,
    errors,
    open,
    lastRequest: () => last,
    leftovers: async () => (await readdir(join(directory, 'incoming'))).length,
    received: () => storedBytes(directory),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true });
    },
  };
}
