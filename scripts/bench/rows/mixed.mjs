// How long the list takes while an export and an import run, against alone.
import { multiple } from '../figures.mjs';
import { inTurn, loadOnce } from '../load/measure.mjs';
import { listRequests } from '../requests.mjs';
import { retailFile } from '../retail-file.mjs';
import { exportOnce } from './export.mjs';
import { importOnce } from './import.mjs';

const BUSY_SECONDS = 8;

/** Repeats the work until told to stop, then breaks it off; the first failure is kept, so that a row says what did not run. */
function keepRunning(work) {
  const stopper = new AbortController();
  const { signal } = stopper;
  const state = { runs: 0, error: undefined };
  const done = (async () => {
    while (!signal.aborted && !state.error) {
      try {
        await work(signal);
        state.runs += 1;
      } catch (error) {
        if (!signal.aborted) state.error = error.message.split('\n').slice(0, 2).join(' ');
      }
    }
  })();
  const stop = async () => {
    stopper.abort();
    await done;
    return state;
  };
  return { stop };
}

export async function measureMixed(instance, options) {
  const source = await retailFile(instance.dir);
  const job = { port: instance.ports.web, requests: listRequests(instance), connections: 10 };
  const { alone } = await inTurn({ alone: job }, options);
  const exporting = keepRunning(() => exportOnce(instance, instance.listed[0]));
  const importing = keepRunning((signal) => importOnce(instance, source, signal));
  const busy = await loadOnce({ ...job, seconds: BUSY_SECONDS });
  const [exports, imports] = await Promise.all([exporting.stop(), importing.stop()]);
  const what = imports.error
    ? 'mixed: list p95 while exports run (NO IMPORT)'
    : 'mixed: list p95 during export and import';
  return [
    {
      ...multiple({ what, unit: 'ms', measured: busy.p95, ceiling: alone.p95, goal: 2 }),
      details: { alone, busy, exports, imports },
    },
  ];
}
