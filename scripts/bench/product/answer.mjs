// node answer.mjs QUESTION …: loads core from its source, runs one question and prints its answer as JSON.
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';
import { inRoot } from '../../instance/paths.mjs';

register();
const core = (name) => import(pathToFileURL(inRoot('core', 'src', name, 'index.ts')).href);
const [name, ...args] = process.argv.slice(2);
const questions = {
  accounts: () => import('./accounts.mjs'),
  figures: () => import('./figures.mjs'),
  issue: () => import('./issue.mjs'),
  search: () => import('./search.mjs'),
  pdfs: () => import('./pdfs.mjs'),
  million: () => import('./million.mjs'),
};

const { answer } = await questions[name]();
const result = await answer(core, ...args);
process.stdout.write(JSON.stringify(result), () => process.exit(0));
