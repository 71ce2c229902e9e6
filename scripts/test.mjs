// `make test`: every check and every test, each with its own services; ends with one line of counts.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './instance/paths.mjs';
import { requireNode } from './setup/node.mjs';
import { installPackages } from './setup/npm-packages.mjs';
import { ensureGenerated, ensureRouteTypes } from './setup/production-build.mjs';
import { installPrograms } from './setup/system-packages.mjs';
import { Supervisor } from './supervisor.mjs';
import { stopLeftovers, takeLock } from './system/lock.mjs';
import { endAll, killAll } from './system/process.mjs';
import { onStopSignal } from './system/signals.mjs';
import { Failure, report, say, seconds } from './system/say.mjs';
import { countGate, summary, total } from './testing/counts.mjs';
import { environmentsOf, startProduct, startStores, testInstance } from './testing/instance.mjs';
import { runSteps } from './testing/run-steps.mjs';
import { steps } from './testing/steps.mjs';

const dir = inRoot('.data', 'test');
const logs = join(dir, 'logs');
const resultFile = join(dir, 'result.txt');

/** The steps that ONLY names (all without it). */
function chosenSteps(only) {
  if (!only) return steps;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown) {
    throw new Failure(`There is no step "${unknown}". Steps: ${steps.map((step) => step.name).join(', ')}`);
  }
  return steps.filter((step) => names.includes(step.name));
}

async function prepare(chosen) {
  const needsBrowser = chosen.some((step) => step.needs?.includes('browser'));
  const needsStores = chosen.some((step) => step.needs?.includes('stores'));
  const [, programs] = await Promise.all([
    installPackages({ logs }),
    needsStores && installPrograms({ logs, browser: needsBrowser ? 'must' : 'no' }),
  ]);
  const instance = await testInstance({ dir, logs });
  const env = environmentsOf(instance);
  await ensureGenerated({ logs, env: env.plain });
  if (chosen.some((step) => step.gate)) await ensureRouteTypes({ logs, env: env.plain });
  return { instance, env, browser: programs?.browser };
}

async function main() {
  const started = Date.now();
  let stopping = false;
  let release = () => {};
  let broken = () => {};
  const supervisor = new Supervisor({ dataDir: dir, onFailure: (reason) => broken(reason) });
  const shutDown = async () => {
    stopping = true;
    await supervisor.stop();
    await endAll();
    release();
  };
  onStopSignal(shutDown, () => {
    killAll();
    process.exit(137);
  });
  try {
    requireNode();
    const chosen = chosenSteps(process.env.ONLY);
    mkdirSync(dir, { recursive: true });
    release = takeLock(dir, 'make test');
    for (const old of [logs, resultFile]) rmSync(old, { recursive: true, force: true });
    mkdirSync(logs, { recursive: true });
    await stopLeftovers(dir);
    const { instance, env, browser } = await prepare(chosen);
    broken = (reason) => say(`\n${reason}`);
    const brings = {
      stores: () => startStores(instance, { supervisor, env }),
      product: () => startProduct(instance, { supervisor, env }),
      browser: () => browser,
    };
    const results = await runSteps(chosen, { dir, logs, env, brings });
    await shutDown();
    finish(results, Date.now() - started);
  } catch (error) {
    if (stopping) return;
    report(error);
    await shutDown();
    conclude(countGate(false));
  }
}

function finish(results, took) {
  const failures = results.filter(({ counts }) => counts.failed > 0).map(({ name }) => name);
  say(
    `\nTook ${seconds(took)}. ${failures.length > 0 ? `Failed: ${failures.join(', ')}` : 'All is well.'}\n`,
  );
  conclude(total(results.map(({ counts }) => counts)));
}

/** The line of counts comes last, and stays in a file for whoever starts us. */
function conclude(counts) {
  writeFileSync(resultFile, `${summary(counts)}\n`);
  say(summary(counts));
  process.exit(counts.failed > 0 ? 1 : 0);
}

await main();
