import { expect, it } from 'vitest';
import { withTx } from '../platform/tx';
import { rolledBack, testTenant, type TestTenant } from '../testing';
import { listNumberSeries, seriesKinds, takeNumber, updateNumberSeries, type SeriesKind } from './index';

const at = (company: TestTenant, instant: string) => ({ ...company.ctx, clock: () => new Date(instant) });
const take = (company: TestTenant, kind: SeriesKind, day = '2026-11-29') =>
  withTx(company.ctx, (ctx) => takeNumber(ctx, kind, day));
const of = async (company: TestTenant, kind: SeriesKind, instant = '2026-11-29T12:00:00Z') =>
  (await listNumberSeries(at(company, instant))).find((series) => series.kind === kind);

it('lists how records are numbered, and the next number of each kind', async () => {
  const company = await testTenant();
  await take(company, 'invoice');
  await take(company, 'invoice');
  expect((await listNumberSeries(company.ctx)).map(({ kind }) => kind)).toEqual(seriesKinds);
  expect(await of(company, 'invoice')).toEqual({
    kind: 'invoice',
    pattern: 'INV-{yyyy}-{00000}',
    period: '2026',
    lastUsed: 2,
    lastNumber: 'INV-2026-00002',
    next: 3,
    nextNumber: 'INV-2026-00003',
    version: 1,
  });
  expect(await of(company, 'invoice', '2027-01-01T00:00:00Z')).toMatchObject({
    period: '2027',
    lastNumber: null,
    nextNumber: 'INV-2027-00001',
  });
});

it('counts on in the same period under another pattern, and anew in another', async () => {
  const company = await testTenant();
  const ctx = at(company, '2026-11-29T12:00:00Z');
  await take(company, 'invoice');
  await updateNumberSeries(ctx, 'invoice', 1, { pattern: 'R{yy}-{000}' });
  expect(await take(company, 'invoice')).toBe('R26-002');
  await updateNumberSeries(ctx, 'invoice', 2, { pattern: 'R{yyyy}/{mm}/{000}' });
  expect(await take(company, 'invoice')).toBe('R2026/11/001');
  expect(await take(company, 'invoice', '2026-12-01')).toBe('R2026/12/001');
});

it('begins where another system has ended, as long as it has not begun', async () => {
  const company = await testTenant();
  const ctx = at(company, '2026-11-29T12:00:00Z');
  expect(await updateNumberSeries(ctx, 'invoice', 1, { next: 418 })).toMatchObject({
    nextNumber: 'INV-2026-00418',
    lastNumber: null,
    version: 2,
  });
  await updateNumberSeries(ctx, 'invoice', 2, { next: 419 });
  expect(await take(company, 'invoice')).toBe('INV-2026-00419');
  await expect(updateNumberSeries(ctx, 'invoice', 3, { next: 1 })).rejects.toMatchObject({
    reason: 'series-used',
  });
  expect(await updateNumberSeries(ctx, 'invoice', 3, { next: 420 })).toMatchObject({ version: 3 });
});

it('keeps the numbers of invoices and credit notes apart', async () => {
  const { ctx } = await testTenant();
  await expect(
    updateNumberSeries(ctx, 'credit_note', 1, { pattern: 'INV-{0000}{yyyy}' }),
  ).resolves.toBeTruthy();
  await expect(updateNumberSeries(ctx, 'invoice', 1, { pattern: 'inv-{0000000}' })).rejects.toMatchObject({
    faults: [{ path: 'pattern', code: 'pattern-clash' }],
  });
  await expect(updateNumberSeries(ctx, 'offer', 1, { pattern: 'INV-{0000000}' })).resolves.toBeTruthy();
});

it('refuses what is not right, not seen or not allowed', async () => {
  const company = await testTenant();
  const { ctx, ctxAs } = company;
  await expect(updateNumberSeries(ctx, 'invoice', 1, { pattern: 'INV' })).rejects.toMatchObject({
    faults: [{ path: 'pattern', code: 'pattern-count' }],
  });
  await expect(updateNumberSeries(ctx, 'invoice', 7, { pattern: '{0}' })).rejects.toMatchObject({
    code: 'stale',
  });
  await expect(updateNumberSeries(ctxAs('manager'), 'invoice', 1, {})).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(updateNumberSeries(ctx, 'receipt' as SeriesKind, 1, {})).rejects.toMatchObject({
    code: 'not-found',
  });
  await rolledBack(ctx, (ctx) => updateNumberSeries(ctx, 'invoice', 1, { pattern: 'X{00}', next: 5 }));
  expect(await of(company, 'invoice')).toMatchObject({ pattern: 'INV-{yyyy}-{00000}', next: 1, version: 1 });
});

it('takes numbers while the series is changed, each once', async () => {
  const company = await testTenant();
  const ctx = at(company, '2026-11-29T12:00:00Z');
  const [numbers] = await Promise.all([
    Promise.all(Array.from({ length: 20 }, () => take(company, 'invoice'))),
    updateNumberSeries(ctx, 'invoice', 1, { pattern: 'N{yyyy}-{00}' }),
  ]);
  const counts = numbers
    .map((number) => Number(number.slice(number.lastIndexOf('-') + 1)))
    .sort((a, b) => a - b);
  expect(counts).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});
