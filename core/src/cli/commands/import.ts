import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import {
  advanceImport,
  createImportFrom,
  getImport,
  isActive,
  planImport,
  startImport,
  type ImportDto,
  type PlanImportInput,
} from '../../imports';
import { runInBackground } from '../../platform/background';
import type { Ctx } from '../../platform/context';
import { AppError } from '../../platform/errors';
import { objects } from '../../platform/objects';
import { tenantBySlug } from '../tenant-by-slug';
import { describePlan, describeResult, failureText } from './import-report';

interface ImportCommandOptions {
  tenant: string;
  mapping?: string;
  dryRun?: boolean;
}

const LOOK_MS = 500;
/** Nobody seems to work on it any more: this process takes over. */
const STUCK_MS = 60_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

function watch(ctx: Ctx, id: string): () => void {
  let shown = '';
  const timer = setInterval(() => {
    getImport(ctx, id)
      .then(({ state, progress }) => {
        const line = `${progress.phase ?? state} ${progress.done} of ${progress.total ?? '?'}`;
        if (line !== shown) say(line);
        shown = line;
      })
      .catch(() => undefined);
  }, 2_000);
  return () => clearInterval(timer);
}

/** Does the import's phase here; when a worker has taken it over, waits for that. */
async function phaseDone(ctx: Ctx, id: string): Promise<ImportDto> {
  const stop = watch(ctx, id);
  try {
    for (;;) {
      await advanceImport(ctx, id, new AbortController().signal);
      let before = '';
      let seenAt = Date.now();
      while (Date.now() - seenAt < STUCK_MS) {
        const found = await getImport(ctx, id);
        if (!isActive(found.state)) return found;
        const now = JSON.stringify([found.version, found.progress]);
        if (now !== before) [before, seenAt] = [now, Date.now()];
        await delay(LOOK_MS);
      }
    }
  } finally {
    stop();
  }
}

/** @throws AppError `invalid` for what is no JSON object */
function parsedMapping(text: string): PlanImportInput {
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'object' && given !== null) return given as PlanImportInput;
  } catch {
    // Said below, like any other wrong mapping.
  }
  throw new AppError('invalid', `--mapping needs a JSON object, such as '{"orderNumber":0,"title":2}'.`);
}

async function wantedMapping(found: ImportDto, path: string | undefined): Promise<PlanImportInput> {
  if (path === undefined) return { mapping: found.mapping ?? {} };
  const text = path.startsWith('{') ? path : await readFile(path, 'utf8');
  const given = parsedMapping(text);
  return 'mapping' in given ? given : { mapping: given };
}

const inProcess = { inProcess: true };

async function importOrders(ctx: Ctx, file: string, options: ImportCommandOptions): Promise<ImportDto> {
  runInBackground();
  const { size } = await stat(file);
  await objects().prepare();
  const created = await createImportFrom(
    ctx,
    { fileName: basename(file), bytes: size, body: createReadStream(file) },
    inProcess,
  );
  const { id } = created;
  const known = await phaseDone(ctx, id);
  if (known.state !== 'mapping') return known;
  const wanted = await wantedMapping(known, options.mapping);
  for (const [field, column] of Object.entries(wanted.mapping))
    say(`${field}: column ${Number(column) + 1} (${known.format?.header[Number(column)] ?? '?'})`);
  await planImport(ctx, id, wanted, known.version, inProcess);
  const planned = await phaseDone(ctx, id);
  if (planned.state !== 'planned' || !planned.plan) return planned;
  describePlan(planned.plan).forEach(say);
  if (options.dryRun) return planned;
  await startImport(ctx, id, planned.version, inProcess);
  return phaseDone(ctx, id);
}

export function registerImport(program: Command): void {
  program
    .command('import')
    .description('take over data of other systems')
    .command('orders')
    .description('import a file of order lines (CSV or XLSX, also .gz) and wait until it is done')
    .argument('<file>', 'the file')
    .requiredOption('--tenant <slug>', 'company')
    .option('--mapping <json>', 'what the columns mean, as JSON or a file of it; guessed where absent')
    .option('--dry-run', 'show what would happen and stop')
    .option('--yes', 'accepted for scripts: the import starts without asking in any case')
    .action(async (file: string, options: ImportCommandOptions) => {
      const ctx = await tenantBySlug(options.tenant);
      const done = await importOrders(ctx, file, options);
      if (done.result) process.stdout.write(`${describeResult(done.result).join('\n')}\n`);
      if (done.state === 'done' || (options.dryRun && done.state === 'planned')) return;
      process.stderr.write(`${failureText(done)}\n`);
      process.exitCode = 1;
    });
}
