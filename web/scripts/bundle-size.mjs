// First-load JavaScript of every page, gzipped, from the manifests of `next build`. Fails above the limit.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Lists and everything read all day; forms bring their fields along. */
const LIMIT_KB = 200;
const FORM_LIMIT_KB = 240;
const forms =
  /\/(new|edit|(?:taxes|reminders|bank-accounts)\/\[id\]|settings\/(?:documents|mails)|payments\/inbox)$/;

const buildFolder = join(fileURLToPath(new URL('..', import.meta.url)), '.next');
const read = (name) => JSON.parse(readFileSync(join(buildFolder, name), 'utf8'));

const sizes = new Map();
function gzippedBytes(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(buildFolder, file))).length);
  return sizes.get(file);
}

if (!existsSync(join(buildFolder, 'app-build-manifest.json'))) {
  console.error('No build found: run `npm run build` first.');
  process.exit(2);
}

const shared = read('build-manifest.json').rootMainFiles;
const entries = read('app-build-manifest.json').pages;

/** What a page loads with it: its own scripts, and those of everything above it. */
function scriptsOf(route) {
  const folders = route.split('/').slice(0, -1);
  const above = folders.flatMap((_, depth) => {
    const folder = folders.slice(0, depth + 1).join('/');
    return ['layout', 'error', 'not-found', 'loading', 'template'].map((name) => `${folder}/${name}`);
  });
  const files = [route, ...above].flatMap((name) => entries[name] ?? []);
  return new Set([...shared, ...files].filter((file) => file.endsWith('.js')));
}

const pages = Object.keys(entries)
  .filter((route) => route.endsWith('/page'))
  .map((route) => {
    const scripts = scriptsOf(route);
    const bytes = [...scripts].reduce((sum, file) => sum + gzippedBytes(file), 0);
    const path = route.replace(/\/page$/, '').replace(/\/\([^/]+\)/g, '') || '/';
    return { path, kilobytes: bytes / 1000, limit: forms.test(path) ? FORM_LIMIT_KB : LIMIT_KB };
  })
  .sort((a, b) => b.kilobytes - a.kilobytes);

const tooLarge = pages.filter(({ kilobytes, limit }) => kilobytes > limit);
for (const { path, kilobytes, limit } of pages) {
  const mark = kilobytes > limit ? `  above ${limit} kB` : '';
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB  ${path}${mark}`);
}
console.log(`${pages.length} pages, ${tooLarge.length} above their limit`);
process.exit(tooLarge.length > 0 ? 1 : 0);
