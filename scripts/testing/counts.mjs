// How many tests a runner says it ran, read from its JSON report.
import { existsSync, readFileSync } from 'node:fs';

const none = { passed: 0, failed: 0, skipped: 0 };
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const total = (all) => all.reduce(add, none);

/** A check without tests of its own counts as one. */
export const countGate = (succeeded) => ({ ...none, [succeeded ? 'passed' : 'failed']: 1 });

/** A runner that failed without a failed test (it could not start, a file did not load) counts as one failure. */
const orOneFailure = (counts, succeeded) =>
  succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };

export function countVitest(file, succeeded) {
  const result = read(file);
  if (!result) return countGate(succeeded);
  const broken = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const counts = {
    passed: result.numPassedTests,
    failed: result.numFailedTests + broken.length,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  };
  return orOneFailure(counts, succeeded);
}

export function countPlaywright(file, succeeded) {
  const stats = read(file)?.stats;
  if (!stats) return countGate(succeeded);
  const counts = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  return orOneFailure(counts, succeeded);
}

/** The one line that `make test` ends with. */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
