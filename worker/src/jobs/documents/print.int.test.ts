import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  getDocument,
  sampleSnapshot,
  writeDocument,
  type DocumentSnapshot,
  type TradeSnapshot,
} from '@countinghouse/core/documents';
import { fixedText } from '@countinghouse/core/platform/money';
import { log } from '@countinghouse/core/platform/log';
import { objects } from '@countinghouse/core/platform/objects';
import { sql } from '@countinghouse/core/platform/db';
import { readOne, withTx } from '@countinghouse/core/platform/tx';
import { snapshotFullOf, snapshotOf, testTenant, type TestTenant } from '@countinghouse/core/testing';
import { closePrinter, printer } from '../../adapters/chromium';
import { printDocuments } from './print';

const signal = new AbortController().signal;
let company: TestTenant;
beforeAll(async () => {
  company = await testTenant();
});
afterAll(closePrinter);

let count = 0;
const write = (snapshot: DocumentSnapshot, number = `INV-${String((count += 1)).padStart(5, '0')}`) =>
  withTx(company.ctx, (ctx) => writeDocument(ctx, number, snapshot));
const run = (...documentIds: string[]) =>
  printDocuments.run({ ctx: company.ctx, payload: { documentIds }, signal, log: log() });

async function fileOf(id: string): Promise<Buffer> {
  const [row] = await readOne<{ key: string }>(
    company.ctx,
    sql`select pdf_object_key as key from documents where id = ${id}::uuid`,
  );
  return buffer((await objects().get(row?.key ?? '')).body);
}

/** The text of each page, blanks of all kinds as one. */
async function pagesOf(bytes: Buffer): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ' '));
}

async function print(snapshot: DocumentSnapshot): Promise<string[]> {
  const id = await write(snapshot);
  await run(id);
  return pagesOf(await fileOf(id));
}

describe('a document', () => {
  it('is printed once, and what has been printed is noted', async () => {
    const id = await write(sampleSnapshot());
    await run(id);
    const { pdf } = await getDocument(company.ctx, id);
    expect(pdf).toMatchObject({ state: 'ready', pages: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(String((await fileOf(id)).length)).toBe(pdf.bytes);
    await run(id);
    expect((await getDocument(company.ctx, id)).pdf).toEqual(pdf);
  });

  it('says everything that its snapshot says', async () => {
    const snapshot = sampleSnapshot();
    const [page = ''] = await print(snapshot);
    const { seller, buyer, items, payment, intro } = snapshot;
    const texts = [
      ...[seller, buyer].flatMap(({ name, address }) => [name, address?.line1, address?.postalCode]),
      ...items.flatMap(({ title, sku }) => [title, sku]),
      ...items.map(({ amountMinor }) => fixedText(BigInt(amountMinor), 2)),
      ...['12 Nov 2026', '10 Nov 2026', '26 Nov 2026', '473.76', '61.95', '535.71 GBP', 'Page 1 of 1'],
      ...[seller.vatId, buyer.customerNumber, payment.terms, intro, 'GB29 NWBK 6016 1331 9268 19'],
    ];
    for (const text of texts) expect(page).toContain(text);
  });

  it.each([
    ['ru', 'Счёт', 'К оплате', 'Страница 1 из 1'],
    ['uz', 'Hisob-faktura', 'To‘lanadigan summa', '1-sahifa, jami 1'],
  ] as const)('is printed in %s', async (language, ...texts) => {
    const [page = ''] = await print(sampleSnapshot({ language }));
    for (const text of texts) expect(page).toContain(text);
  });

  it('is printed in any script, each glyph from a font in the file', async () => {
    const title = 'Чай 茶 お茶 차 شاي תה चाय চা தேநீர் เทา ჩაი թեյ τσάι trà 🫖';
    const [page = ''] = await print(
      sampleSnapshot({ items: snapshotOf(1).items.map((item) => ({ ...item, title })) }),
    );
    for (const word of ['Чай', '茶', 'お茶', '차', 'τσάι', 'ჩაი', 'թեյ', 'trà']) expect(page).toContain(word);
  });

  it('is as large as its paper', async () => {
    const { brand } = sampleSnapshot();
    const sizes = await Promise.all(
      (['a4', 'letter'] as const).map(async (paper) => {
        const id = await write(sampleSnapshot({ brand: { ...brand, paper } }));
        await run(id);
        const pdf = await getDocumentProxy(new Uint8Array(await fileOf(id)));
        const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
        return [pdf.numPages, Math.round(width), Math.round(height)];
      }),
    );
    expect(sizes).toEqual([
      [1, 595, 842],
      [1, 612, 792],
    ]);
  });

  it('carries sums from page to page over 120 lines, each of which is there once', async () => {
    const snapshot = snapshotOf(120, { intro: 'Thank you.\n'.repeat(8) });
    const pages = await print(snapshot);
    expect(pages.length).toBeGreaterThan(3);
    const amount = (minor: bigint) => fixedText(minor, 2).replace(/\B(?=(\d{3})+\.)/g, ',');
    let [sum, line] = [0n, 0];
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (index > 0) expect(page).toContain(`Brought forward ${amount(sum)}`);
      for (const [, number] of page.matchAll(/Line (\d+) of 120/g)) {
        expect(Number(number)).toBe((line += 1));
        sum += BigInt(snapshot.items[line - 1]?.amountMinor ?? 0);
      }
      if (index < pages.length - 1) expect(page).toContain(`Carried over ${amount(sum)}`);
    });
    expect(line).toBe(120);
    expect(pages.at(-1)).toContain(`Net ${amount(sum)}`);
  });
});

describe('documents that are printed together', () => {
  it('say the same as each printed alone', async () => {
    const snapshots = [sampleSnapshot(), snapshotOf(60), sampleSnapshot({ language: 'ru' }), snapshotOf(3)];
    const alone = await Promise.all(snapshots.map((snapshot, index) => write(snapshot, `INV-${index}`)));
    const together = await Promise.all(snapshots.map((snapshot, index) => write(snapshot, `INV-${index}`)));
    for (const id of alone) await run(id);
    await run(...together);
    for (const [index, id] of together.entries()) {
      expect(await pagesOf(await fileOf(id))).toEqual(await pagesOf(await fileOf(alone[index] ?? '')));
    }
  });

  it('do not wait for one that cannot be printed', async () => {
    const logo = {
      objectKey: '../none',
      contentType: 'image/png' as const,
      sha256: 'x',
      width: 1,
      height: 1,
    };
    const broken = await write(sampleSnapshot({ brand: { ...sampleSnapshot().brand, logo } }));
    const [first, second] = [await write(sampleSnapshot()), await write(sampleSnapshot())];
    const job = { ctx: company.ctx, payload: { documentIds: [first, broken, second] }, log: log() };
    const states = () =>
      Promise.all([first, broken, second].map(async (id) => (await getDocument(company.ctx, id)).pdf.state));
    await expect(printDocuments.run({ ...job, signal })).rejects.toThrow('1 documents were not printed');
    expect(await states()).toEqual(['ready', 'pending', 'ready']);
    await printDocuments.giveUp?.({ ...job, error: new Error('no') });
    expect(await states()).toEqual(['ready', 'failed', 'ready']);
  });
});

describe('hostile texts', () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  let origin: string;
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const attacks = () => [
    `<script>fetch('${origin}/script')</script>`,
    `<img src="${origin}/img" onerror="location='${origin}/onerror'">`,
    `<iframe src="file:///etc/passwd"></iframe><iframe src="${origin}/iframe"></iframe>`,
    `<link rel="stylesheet" href="${origin}/link"><style>@import url(${origin}/import);body{background:url(${origin}/css)}</style>`,
    `<meta http-equiv="refresh" content="0;url=${origin}/refresh">`,
    `<object data="${origin}/object"></object><embed src="${origin}/embed"><video src="${origin}/video" autoplay></video>`,
    `<img src="http://169.254.169.254/latest/meta-data/"><img src="http://redis:6379/"><img src="http://minio:9000/">`,
    `<svg><image href="${origin}/svg"/><use href="${origin}/use#a"/></svg><a href="${origin}/ping" ping="${origin}/ping">x</a>`,
    `<form action="${origin}/form"><input autofocus></form><base href="${origin}/"><img src="base">`,
  ];

  it('are printed as they are, in every field, and nobody is asked for anything', async () => {
    for (const attack of attacks()) {
      const pages = await print(snapshotFullOf(attack));
      expect(pages.join(' ').includes(attack.slice(0, 12))).toBe(true);
      expect(pages.join(' ').includes('root:x:0')).toBe(false);
    }
    expect(asked).toEqual([]);
  });

  it('could do nothing even if they were markup', async () => {
    for (const attack of attacks()) {
      const markup = `<article><section class="page"><footer></footer>${attack}</section></article>`;
      const look = `body{background:url(${origin}/look)}`;
      const printed = printer().use(async (desk) => {
        await desk.draw(markup, look);
        return desk.print();
      }, signal);
      // One that leads the page astray, though nowhere, leaves nothing to print.
      const bytes = await printed.catch(() => null);
      if (bytes) expect((await pagesOf(bytes)).join(' ').includes('root:x:0')).toBe(false);
      await closePrinter();
    }
    expect(asked).toEqual([]);
  });

  it.each([
    ['10,000 characters', 'word '.repeat(2_000)],
    ['one word of 10,000 characters', 'x'.repeat(10_000)],
    ['emoji', '😀👩‍👩‍👧‍👦🇺🇿'.repeat(50)],
    ['Arabic', 'شركة الأمل للتجارة '.repeat(200)],
  ])('of %s in every field fill pages, and tear nothing', async (_, text) => {
    const snapshot: TradeSnapshot = {
      ...snapshotFullOf(text),
      intro: text,
      footer: 'Registered.',
      items: snapshotOf(30).items,
    };
    snapshot.items = snapshot.items.map((item, index) =>
      index % 10 === 0 ? { ...item, title: text } : item,
    );
    const pages = await print(snapshot);
    expect(pages.length).toBeLessThan(40);
    pages.forEach((page, index) => {
      expect([index, page.includes(`Page ${index + 1} of ${pages.length}`)]).toEqual([index, true]);
    });
    expect(pages.join(' ').includes('Line 30 of 30')).toBe(true);
  });
});

describe('the browser', () => {
  it('is replaced when it has died', async () => {
    await run(await write(sampleSnapshot()));
    const dying = printer().use(async (desk) => {
      await closePrinter();
      return desk.print();
    }, signal);
    await expect(dying).rejects.toThrow();
    expect(await print(sampleSnapshot())).toHaveLength(1);
  });

  it('stops with the job', async () => {
    const stopping = new AbortController();
    const work = printer().use(async (desk) => {
      stopping.abort(new Error('deadline'));
      return desk.print();
    }, stopping.signal);
    await expect(work).rejects.toThrow('deadline');
    expect(await print(sampleSnapshot())).toHaveLength(1);
  });
});
