// Runs a question to the product's own code in a process of its own, as the operator's commands do.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot, root } from '../../instance/paths.mjs';

const MOST_OUTPUT = 50 * 1024 * 1024;

/** The answer of scripts/bench/product/questions/<name>.mjs, which prints JSON. Fails after ten minutes. */
export async function ask(name, { env }, ...args) {
  const file = inRoot('scripts', 'bench', 'product', 'answer.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [file, name, ...args.map(String)], {
    cwd: root,
    env: { ...env, LOG_LEVEL: 'error' },
    timeout: 600_000,
    maxBuffer: MOST_OUTPUT,
  });
  return JSON.parse(stdout);
}
