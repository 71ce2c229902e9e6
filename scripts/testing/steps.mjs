// What `make test` runs, in order. A step says what it needs; the instance brings it.
import { join } from 'node:path';
import { inRoot } from '../instance/paths.mjs';
import { ensureBuild } from '../setup/production-build.mjs';
import { run } from '../system/process.mjs';
import { countGate, countPlaywright, countVitest } from './counts.mjs';

const npmScript = (name, script) => ({
  name,
  gate: true,
  work: ({ env, log }) =>
    run({ name, command: 'npm', args: ['run', '--silent', script], cwd: inRoot(), env: env.plain, log }),
  count: (succeeded) => countGate(succeeded),
});

const vitest = (project, envName) => ({
  name: project,
  // Documents are printed by a real browser.
  needs: envName === 'stores' ? ['stores', 'browser'] : [],
  work: ({ env, log, report }) =>
    run({
      name: project,
      command: process.execPath,
      args: [
        inRoot('node_modules/vitest/vitest.mjs'),
        ...[
          'run',
          '--project',
          project,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
      ],
      cwd: inRoot(),
      env: env[envName],
      log,
    }),
  count: (succeeded, { report }) => countVitest(report, succeeded),
});

const build = {
  name: 'build',
  work: ({ env, logs }) => ensureBuild({ logs, env: env.plain, quiet: true }),
  count: (succeeded) => countGate(succeeded),
};

const journeys = {
  name: 'e2e',
  needs: ['stores', 'browser', 'product'],
  work: ({ env, log, report, dir }) =>
    run({
      name: 'e2e',
      command: process.execPath,
      args: [
        inRoot('node_modules/@playwright/test/cli.js'),
        ...['test', '--config', inRoot('web/e2e/playwright.config.ts'), '--reporter=list,json'],
        ...['--output', join(dir, 'browser')],
      ],
      cwd: inRoot(),
      env: { ...env.product, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: '0' },
      log,
    }),
  count: (succeeded, { report }) => countPlaywright(report, succeeded),
};

export const steps = [
  npmScript('format', 'format:check'),
  npmScript('lint', 'lint'),
  npmScript('graph', 'graph'),
  npmScript('types', 'types'),
  npmScript('knip', 'knip'),
  vitest('unit', 'plain'),
  vitest('integration', 'stores'),
  build,
  journeys,
];
