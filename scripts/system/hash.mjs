import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Tests, words about the code, and what the build itself writes beside it.
const NO_SOURCE = /\.test\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$/;
const SKIPPED = new Set(['node_modules', '.next', 'dist', '.data', '.git', 'generated', 'e2e', 'coverage']);

function* filesOf(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield path;
  if (!stat?.isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() ? SKIPPED.has(entry.name) : NO_SOURCE.test(entry.name)) continue;
    yield* filesOf(join(path, entry.name));
  }
}

/** A hash over names and bytes of everything under `paths` (relative to `root`), and over `extra`. */
export function hashTree(root, paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) {
    for (const file of filesOf(join(root, path))) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
