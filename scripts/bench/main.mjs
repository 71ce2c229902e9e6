// `make bench`: measures the product against the bare ways of doing the same, in one run on one machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { inRoot } from '../instance/paths.mjs';
import { requireNode } from '../setup/node.mjs';
import { installPackages } from '../setup/npm-packages.mjs';
import { ensureBuild, ensureGenerated } from '../setup/production-build.mjs';
import { installPrograms } from '../setup/system-packages.mjs';
import { Supervisor } from '../supervisor.mjs';
import { stopLeftovers, takeLock } from '../system/lock.mjs';
import { killAll } from '../system/process.mjs';
import { report, say, seconds } from '../system/say.mjs';
import { onStopSignal } from '../system/signals.mjs';
import { benchDir, describeInstance, fillStores, logs, startFaces } from './instance.mjs';
import { readOptions } from './options.mjs';
import { rows } from './rows/index.mjs';
import { printTable } from './table.mjs';

const resultFile = inRoot('bench.json');

/** What the figures depend on besides the code. */
const circumstances = (options) => ({
  at: new Date().toISOString(),
  node: process.version,
  cores: cpus().length,
  cpu: cpus()[0]?.model,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  loadBefore: loadavg().map((value) => Number(value.toFixed(2))),
  options,
});

/** Runs the chosen rows one after the other; one that fails does not stop the others. */
async function measure(instance, options) {
  const lines = [];
  for (const name of options.only) {
    const started = Date.now();
    const load = Number(loadavg()[0].toFixed(2));
    try {
      const measured = await rows[name](instance, options);
      lines.push(...measured.map((line) => ({ row: name, load, ...line })));
    } catch (error) {
      lines.push({ row: name, load, what: name, error: error.message });
    }
    say(`  Measured ${name} (${seconds(Date.now() - started)})`);
  }
  return lines;
}

async function main() {
  let stopping = false;
  let release = () => {};
  const supervisor = new Supervisor({ dataDir: benchDir, onFailure: (reason) => say(`\n${reason}`) });
  const shutDown = async () => {
    stopping = true;
    await supervisor.stop();
    await killAll();
    release();
  };
  onStopSignal(shutDown, () => void killAll().then(() => process.exit(137)));
  try {
    requireNode();
    const options = readOptions(Object.keys(rows));
    mkdirSync(logs, { recursive: true });
    release = takeLock(benchDir, 'make bench');
    await stopLeftovers(benchDir);
    const [, programs] = await Promise.all([
      installPackages({ logs }),
      installPrograms({ logs, browser: 'may' }),
    ]);
    await programs.browser;
    const before = circumstances(options);
    const instance = await describeInstance(options);
    await ensureGenerated(instance);
    const means = { supervisor, ...options };
    await Promise.all([ensureBuild(instance), fillStores(instance, means)]);
    const lines = await measure(await startFaces(instance, means), options);
    writeFileSync(resultFile, `${JSON.stringify({ ...before, lines }, null, 2)}\n`);
    await shutDown();
    say();
    printTable(lines);
    say(`\nAll of it: bench.json   Logs: ${logs}`);
    process.exit(lines.some((line) => line.error) ? 1 : 0);
  } catch (error) {
    if (stopping) return;
    report(error);
    await shutDown();
    process.exit(1);
  }
}

await main();
