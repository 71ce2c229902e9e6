// Prints documents with the worker's own handler, and the same markup with Chromium alone.
import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { inRoot } from '../../instance/paths.mjs';

const worker = (file) => import(pathToFileURL(inRoot('worker', 'src', file)).href);
const RUNS = 3;
const SINGLES = 60;
const BULK = 100;
const signal = new AbortController().signal;

/** A snapshot with so many lines. */
function invoice(sampleSnapshot, lines) {
  const sample = sampleSnapshot();
  const items = Array.from({ length: lines }, (_, index) => ({
    ...sample.items[index % sample.items.length],
    position: index + 1,
  }));
  return sampleSnapshot({ items });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function perSecond(count, work) {
  const started = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - started);
}

/** Chromium, one page, nothing but the markup and its print, in the fonts of the machine. */
async function bareSpeed({ markup, css, path }) {
  const browser = await chromium.launch({
    executablePath: path,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--font-render-hinting=none',
    ],
  });
  try {
    const sheet = await browser.newPage();
    const html = `<!doctype html><html><head><style>${css}</style></head><body>${markup}</body></html>`;
    const print = async () => {
      await sheet.setContent(html);
      await sheet.pdf({ preferCSSPageSize: true, printBackground: true });
    };
    for (let warm = 0; warm < 10; warm += 1) await print();
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      runs.push(
        await perSecond(SINGLES, async () => {
          for (let each = 0; each < SINGLES; each += 1) await print();
        }),
      );
    }
    return { perSecond: median(runs), runs };
  } finally {
    await browser.close();
  }
}

/** Megabytes that this process and all below it hold for themselves. */
function treeMb() {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const kb = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(entry), { parent: kb('PPid'), mb: (kb('RssAnon') + kb('VmSwap')) / 1024 });
    } catch {
      // Ended meanwhile.
    }
  }
  const ours = (pid) => pid === process.pid || (parents.has(pid) && ours(parents.get(pid).parent));
  return [...parents].filter(([pid]) => ours(pid)).reduce((sum, [, { mb }]) => sum + mb, 0);
}

export async function answer(core, tenantId, lines, documents) {
  const [
    { documentInsert, documentPage, freeze, sampleSnapshot },
    { systemCtx },
    { withTx },
    { sql },
    { log },
    { config },
    { objects },
  ] = await Promise.all(
    [
      'documents',
      'platform/context',
      'platform/tx',
      'platform/db',
      'platform/log',
      'platform/config',
      'platform/objects',
    ].map(core),
  );
  const { printDocuments } = await worker('jobs/documents/print.ts');
  const { closePrinter } = await worker('adapters/chromium.ts');
  const ctx = systemCtx(tenantId, 'bench');
  const snapshot = invoice(sampleSnapshot, Number(lines));

  /** Documents that wait to be printed, and that no other worker hears of. */
  const write = async (count) => {
    const frozen = Array.from({ length: count }, () => freeze(snapshot));
    const ids = frozen.map(({ id }) => id);
    await withTx(ctx, (inside) =>
      inside.tx.execute(
        documentInsert(
          inside,
          frozen,
          sql`(select unnest(${ids}::uuid[]) as document_id, 'BENCH-1' as number)`,
        ),
      ),
    );
    return ids;
  };
  const print = (documentIds) => printDocuments.run({ ctx, payload: { documentIds }, signal, log: log() });
  const oneByOne = async (ids) => {
    for (const id of ids) await print([id]);
  };

  const { html: markup, css } = documentPage('BENCH-1', snapshot);
  await objects().prepare();
  await oneByOne(await write(10));
  const [singles, bulks] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const ids = await write(SINGLES);
    singles.push(await perSecond(SINGLES, () => oneByOne(ids)));
    const many = await write(BULK);
    bulks.push(await perSecond(BULK, () => print(many)));
  }
  const bare = await bareSpeed({ markup, css, path: config().CHROMIUM_PATH });

  const beforeMb = treeMb();
  let peakMb = beforeMb;
  const rest = await write(Number(documents));
  for (let start = 0; start < rest.length; start += 50) {
    await oneByOne(rest.slice(start, start + 50));
    peakMb = Math.max(peakMb, treeMb());
  }
  await closePrinter();
  return {
    bare,
    single: { perSecond: median(singles), runs: singles },
    bulk: { perSecond: median(bulks), runs: bulks },
    memory: { beforeMb, peakMb, growthMb: Math.max(0, peakMb - beforeMb) },
  };
}
