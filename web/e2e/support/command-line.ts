import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Runs an operator command of the product and answers what it printed. Without DATABASE_URL it finds the demo. */
export function cli(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [join(root, 'scripts', 'cli.mjs'), ...args],
      { cwd: root },
      (error, stdout, stderr) =>
        error ? reject(new Error(`cli ${args[0]}: ${stderr || error.message}`)) : resolve(stdout.trim()),
    );
    child.stdin?.end(input);
  });
}
