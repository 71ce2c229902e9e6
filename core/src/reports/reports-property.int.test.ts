import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { newId } from '../platform/ids';
import { addDays } from '../platform/time';
import { withTx } from '../platform/tx';
import { testTenant } from '../testing';
import { openItems, rebuildReports, revenue, taxReport } from './index';
import { groupsOf, issuePapers, settle, sumsOf, type Paper } from './testing/issue';

const people = [newId(), newId()];
const goods = [newId(), newId()];
const first = '2026-01-01';

const day = fc.nat(120).map((days) => addDays(first, days));
const line = fc.record({
  productId: fc.option(fc.nat(1), { nil: null }),
  quantity: fc.integer({ min: 1, max: 5 }),
  amount: fc.oneof(fc.integer({ min: -3_000, max: 20_000 }), fc.constant(0)),
  tax: fc.constantFrom({ code: 'S', rate: 20 }, { code: 'S', rate: 5.5 }, { code: 'Z', rate: 0 }),
});
const paper = fc.record({
  kind: fc.constantFrom('invoice' as const, 'invoice' as const, 'deposit' as const, 'credit_note' as const),
  day,
  due: fc.option(fc.nat(60), { nil: null }),
  customer: fc.option(fc.nat(1), { nil: null }),
  currency: fc.constantFrom('GBP', 'EUR', 'JPY'),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
  adjustment: fc.constantFrom(0, 0, -77, 250),
  rate: fc.constantFrom(0.87655, 1.2),
  voided: fc.nat(5).map((one) => one === 0),
  settlements: fc.array(fc.record({ part: fc.integer({ min: 1, max: 10 }), day: fc.nat(90) }), {
    maxLength: 2,
  }),
});
type Made = typeof paper extends fc.Arbitrary<infer Value> ? Value : never;

/** The tenant is of GBP; what is in another currency states its tax in GBP. JPY has no minor units, GBP has two. */
const toPaper = (ids: { people: string[]; goods: string[] }, made: Made): Paper => ({
  kind: made.kind,
  day: made.day,
  due: made.due === null ? null : addDays(made.day, made.due),
  customerId: made.customer === null ? null : (ids.people[made.customer] ?? null),
  currency: made.currency,
  lines: made.lines.map(({ productId, tax, ...line }) => ({
    ...line,
    ...tax,
    productId: productId === null ? null : (ids.goods[productId] ?? null),
  })),
  adjustment: made.adjustment,
  ...(made.currency === 'EUR' && { foreign: { currency: 'GBP', rate: made.rate } }),
  voided: made.voided,
});

/** Adds up by a key, and drops what comes to nothing at all. */
function tally<Item>(items: readonly Item[], key: (item: Item) => string, values: (item: Item) => number[]) {
  const sums = new Map<string, number[]>();
  for (const item of items) {
    const held = sums.get(key(item));
    const added = values(item);
    sums.set(
      key(item),
      added.map((value, index) => (held?.[index] ?? 0) + value),
    );
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sign = ({ kind }: Paper) => (kind === 'credit_note' ? -1 : 1);
const amountOf = (money: { amount: string } | null) => Number(money?.amount);

async function expectRevenue(ctx: Ctx, papers: readonly Paper[], from: string, to: string) {
  const counted = papers.filter(({ day, voided }) => !voided && day >= from && day <= to);
  const bySums = (key: (paper: Paper) => string) =>
    tally(counted, key, (each) => {
      const { net, tax, total } = sumsOf(each);
      return [1, sign(each) * net, sign(each) * tax, sign(each) * total];
    });
  const found = async (by: 'month' | 'customer' | 'product' | 'tax') => {
    const { rows } = await revenue(ctx, { by, from, to });
    return tally(
      rows,
      (row) => `${row.key} ${row.net.currency}`,
      (row) => [row.count, amountOf(row.net), ...(row.tax ? [amountOf(row.tax), amountOf(row.total)] : [])],
    );
  };
  expect(await found('month')).toEqual(bySums((each) => `${each.day.slice(0, 7)} ${each.currency}`));
  expect(await found('customer')).toEqual(bySums((each) => `${each.customerId} ${each.currency}`));
  const groups = counted.flatMap((each) => groupsOf(each).map((group) => ({ ...group, each })));
  expect(await found('tax')).toEqual(
    tally(
      groups,
      ({ code, rate, each }) => `${code} ${rate} ${each.currency}`,
      ({ base, tax, each }) => [1, sign(each) * base, sign(each) * tax, sign(each) * (base + tax)],
    ),
  );
  const products = await revenue(ctx, { by: 'product', from, to });
  const net = tally(
    products.rows,
    (row) => row.net.currency,
    (row) => [amountOf(row.net)],
  );
  const whole = tally(
    counted,
    (each) => each.currency,
    (each) => [sign(each) * sumsOf(each).net],
  );
  for (const [currency, sum] of Object.entries(whole))
    expect([currency, net[currency] ?? [0]]).toEqual([currency, sum]);
}

async function expectTaxes(ctx: Ctx, papers: readonly Paper[], from: string, to: string) {
  const counted = papers.filter(({ day, voided }) => !voided && day >= from && day <= to);
  const stated = tally(
    counted,
    (each) => each.foreign?.currency ?? each.currency,
    (each) => [sign(each) * (sumsOf(each).stated ?? sumsOf(each).tax)],
  );
  const { totals, rows } = await taxReport(ctx, { from, to });
  expect(
    tally(
      totals,
      ({ tax }) => tax.currency,
      ({ tax }) => [amountOf(tax)],
    ),
  ).toEqual(stated);
  expect(
    tally(
      rows,
      ({ tax }) => tax.currency,
      ({ tax }) => [amountOf(tax)],
    ),
  ).toEqual(stated);
  const own = counted.filter(({ currency }) => currency === 'JPY');
  expect(
    tally(
      rows.filter(({ tax }) => tax.currency === 'JPY'),
      (row) => `${row.taxCode} ${row.taxRate}`,
      (row) => [amountOf(row.sales.net), amountOf(row.credits.net), amountOf(row.tax)],
    ),
  ).toEqual(
    tally(
      own.flatMap((each) => groupsOf(each).map((group) => ({ ...group, each }))),
      ({ code, rate }) => `${code} ${rate}`,
      ({ base, tax, each }) => (each.kind === 'credit_note' ? [0, base, -tax] : [base, 0, tax]),
    ),
  );
}

interface Settled {
  paper: Paper;
  allocations: { amount: number; day: string }[];
}

async function expectOpen(ctx: Ctx, papers: readonly Settled[], day: string) {
  const items = papers.flatMap(({ paper, allocations }) => {
    if (paper.voided || paper.day > day) return [];
    const settled = allocations.filter((each) => each.day <= day).reduce((sum, each) => sum + each.amount, 0);
    const open = sumsOf(paper).total - settled;
    if (open === 0) return [];
    const late = paper.due === null ? 0 : (Date.parse(day) - Date.parse(paper.due)) / 86_400_000;
    const credit = paper.kind === 'credit_note' || open < 0;
    const bucket = credit ? 5 : late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4;
    return [{ paper, open: sign(paper) * open, bucket }];
  });
  const { rows, totals } = await openItems(ctx, { day });
  const values = (row: (typeof totals)[number]) =>
    [row.notDue, row.days30, row.days60, row.days90, row.older, row.credits, row.total].map(amountOf);
  const wanted = (key: (item: (typeof items)[number]) => string) =>
    tally(items, key, ({ open, bucket }) => [
      ...[0, 1, 2, 3, 4, 5].map((at) => (at === bucket ? open : 0)),
      open,
    ]);
  expect(tally(rows, (row) => `${row.customer?.id ?? null} ${row.total.currency}`, values)).toEqual(
    wanted(({ paper }) => `${paper.customerId} ${paper.currency}`),
  );
  expect(tally(totals, (row) => row.total.currency, values)).toEqual(wanted(({ paper }) => paper.currency));
}

async function company() {
  const tenant = await testTenant();
  const { tenantId, taxes } = tenant;
  const ids = { people: people.map(() => newId()), goods: goods.map(() => newId()) };
  await withTx(tenant.ctx, async ({ tx }) => {
    await tx.db.customer.createMany({
      data: ids.people.map((id, index) => ({ id, tenantId, kind: 'person', name: `Customer ${index}` })),
    });
    await tx.db.product.createMany({
      data: ids.goods.map((id, index) => ({
        id,
        tenantId,
        sku: `P-${index}`,
        name: `Product ${index}`,
        unitPrice: '1',
        currency: 'GBP',
        taxCategoryId: taxes.standard,
      })),
    });
  });
  return { ...tenant, ids };
}

it('say what an independent count over the documents says', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 12 }), day, day, async (made, a, b) => {
      const { ctx, taxes, ids } = await company();
      const papers = made.map((each) => toPaper(ids, each));
      const [from = a, to = b] = [a, b].sort();
      const half = Math.ceil(papers.length / 2);
      const firstIds = await issuePapers(ctx, papers.slice(0, half), taxes.standard);
      // The sums follow in between, and go on from there.
      await revenue(ctx, {});
      const invoiceIds = [...firstIds, ...(await issuePapers(ctx, papers.slice(half), taxes.standard))];
      const settled: Settled[] = [];
      for (const [index, paper] of papers.entries()) {
        const allocations: Settled['allocations'] = [];
        for (const { part, day } of paper.voided ? [] : (made[index]?.settlements ?? [])) {
          const amount = Math.trunc((sumsOf(paper).total * part) / 10);
          if (amount === 0) continue;
          const on = addDays(paper.day, day);
          await settle(ctx, invoiceIds[index] ?? '', amount, on);
          allocations.push({ amount, day: on });
        }
        settled.push({ paper, allocations });
      }
      await expectRevenue(ctx, papers, from, to);
      await expectTaxes(ctx, papers, from, to);
      await expectOpen(ctx, settled, to);
      await expectOpen(ctx, settled, addDays(first, 400));
      await rebuildReports(ctx);
      await expectRevenue(ctx, papers, from, to);
      await expectTaxes(ctx, papers, from, to);
    }),
    { numRuns: 30 },
  );
});
