// Runs the load generator in its own process and picks the run to quote.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRoot } from '../../instance/paths.mjs';
import { Failure } from '../../system/say.mjs';

const generator = inRoot('scripts', 'bench', 'load', 'generator.mjs');

/** One run: { perSecond, p50, p95, p99, requests, statuses, bytes }. Any answer that is not 2xx is a failure. */
export async function loadOnce(job) {
  const args = [generator, JSON.stringify({ warmUp: 1, ...job })];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH: process.env.PATH } });
  const result = JSON.parse(stdout);
  const wrong = Object.keys(result.statuses).filter((status) => !status.startsWith('2'));
  if (wrong.length > 0 || result.requests === 0) {
    throw new Failure(`answers were not all good: ${JSON.stringify(result.statuses)}`);
  }
  return result;
}

/** The run with the median requests a second. */
const middle = (runs) => {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor((sorted.length - 1) / 2)];
};

/** Several jobs in turn, each `runs` times, so that a slow minute of the machine hits all of them alike. */
export async function inTurn(jobs, { runs, seconds }) {
  const results = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, job] of Object.entries(jobs)) results[name].push(await loadOnce({ seconds, ...job }));
  }
  return Object.fromEntries(Object.entries(results).map(([name, all]) => [name, middle(all)]));
}
