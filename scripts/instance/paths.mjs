import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const inRoot = (...parts) => join(root, ...parts);

/** A name for one data directory that is unique on the machine. */
export const nameOf = (dir) =>
  `${basename(root).replaceAll(/[^\w-]/g, '-')}-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`;
