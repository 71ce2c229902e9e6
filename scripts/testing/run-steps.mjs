import { join } from 'node:path';
import { say, seconds } from '../system/say.mjs';
import { countGate, summary } from './counts.mjs';
import { tail } from '../system/process.mjs';

const GATES_AT_A_TIME = 2;
const SHOWN_LINES = 80;

/** Runs the checks two at a time and then the rest one after the other. A failure does not stop the others. */
export async function runSteps(steps, context) {
  const results = [];
  const gates = steps.filter((step) => step.gate);
  const takeNext = async () => {
    for (let step = gates.shift(); step; step = gates.shift()) results.push(await runStep(step, context));
  };
  await Promise.all(Array.from({ length: GATES_AT_A_TIME }, takeNext));
  for (const step of steps.filter((candidate) => !candidate.gate)) results.push(await runStep(step, context));
  return results;
}

async function runStep(step, { dir, logs, env, brings }) {
  const log = join(logs, `${step.name}.log`);
  const report = join(dir, 'logs', `${step.name}.json`);
  const started = Date.now();
  let failure;
  let counts;
  try {
    for (const need of step.needs ?? []) await bring(need, brings);
    await step.work({ env, log, logs, report, dir });
  } catch (error) {
    failure = error;
  }
  try {
    counts = step.count(!failure, { report });
  } catch (error) {
    failure ??= error;
    counts = countGate(false);
  }
  const mark = counts.failed > 0 ? 'FAILED' : 'ok';
  say(
    `  ${step.name.padEnd(12)} ${mark.padEnd(7)} ${seconds(Date.now() - started).padStart(8)}   ${summary(counts)}`,
  );
  if (counts.failed > 0)
    say(`${tail(log, SHOWN_LINES) || (failure?.stack ?? failure?.message ?? '')}\n  (all of it: ${log})\n`);
  return { name: step.name, counts };
}

/** Starts what a step needs, once; later steps that need it wait for the same start, or fail the same way. */
function bring(need, brings) {
  if (typeof brings[need] === 'function') brings[need] = brings[need]();
  return brings[need];
}
