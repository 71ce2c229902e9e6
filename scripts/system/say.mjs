// What the commands print. A closed terminal must not turn a clean stop into a crash, so write errors are ignored.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** An expected failure: printed as its message alone, without a stack. */
export class Failure extends Error {}

export const say = (line = '') => void process.stdout.write(`${line}\n`);

/** Runs one step and prints how long it took. */
export async function step(title, work) {
  const started = Date.now();
  const result = await work();
  say(`  ${title} (${seconds(Date.now() - started)})`);
  return result;
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Prints the reason of a failure and sets the exit code. */
export function report(error) {
  process.stderr.write(error instanceof Failure ? `\n${error.message}\n` : `\n${error?.stack ?? error}\n`);
  process.exitCode = 1;
}
