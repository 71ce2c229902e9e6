import { contentHash } from '../../documents';
import { appendEntries, lockLedger } from '../../ledger';
import type { Ctx, TxCtx } from '../../platform/context';
import { sql } from '../../platform/db';
import { newId } from '../../platform/ids';
import { withTx } from '../../platform/tx';
import type { InvoiceKind } from '../../invoices';

export interface PaperLine {
  productId: string | null;
  quantity: number;
  amount: number;
  code: string;
  rate: number;
  kind?: 'item' | 'deduction';
}

/** A document as these tests see it: amounts in minor units, small enough for plain numbers. */
export interface Paper {
  kind: InvoiceKind;
  day: string;
  due: string | null;
  customerId: string | null;
  currency: string;
  lines: PaperLine[];
  /** A discount (negative) or charge on the first line's tax group. */
  adjustment?: number;
  /** Units of the tax currency for one of the document's. */
  foreign?: { currency: string; rate: number };
  voided?: boolean;
}

export interface PaperGroup {
  code: string;
  rate: number;
  base: number;
  tax: number;
}

export function groupsOf(paper: Paper): PaperGroup[] {
  const groups = new Map<string, PaperGroup>();
  const add = (code: string, rate: number, amount: number) => {
    const key = `${code} ${rate}`;
    const held = groups.get(key) ?? { code, rate, base: 0, tax: 0 };
    groups.set(key, { ...held, base: held.base + amount });
  };
  for (const line of paper.lines) add(line.code, line.rate, line.amount);
  const [first] = paper.lines;
  if (first && paper.adjustment) add(first.code, first.rate, paper.adjustment);
  return [...groups.values()].map((group) => ({
    ...group,
    tax: Math.round((group.base * group.rate) / 100),
  }));
}

export function sumsOf(paper: Paper): { net: number; tax: number; total: number; stated: number | null } {
  const groups = groupsOf(paper);
  const net = groups.reduce((sum, group) => sum + group.base, 0);
  const tax = groups.reduce((sum, group) => sum + group.tax, 0);
  return { net, tax, total: net + tax, stated: paper.foreign ? Math.round(tax * paper.foreign.rate) : null };
}

async function insert(ctx: TxCtx, paper: Paper, taxCategoryId: string) {
  const { tenantId } = ctx;
  const { net, tax, total, stated } = sumsOf(paper);
  const id = newId();
  const groups = groupsOf(paper).map(({ code, rate, base, tax }) => ({
    taxCode: code,
    taxRate: String(rate),
    baseMinor: String(base),
    taxMinor: String(tax),
  }));
  await ctx.tx.db.invoice.create({
    data: {
      id,
      tenantId,
      kind: paper.kind,
      customerId: paper.customerId,
      language: 'en',
      currency: paper.currency,
      paymentTermsDays: 14,
      dueDate: paper.due === null ? null : new Date(paper.due),
      pricesIncludeTax: false,
      taxRounding: 'group',
      ...(paper.foreign && {
        exchangeRate: String(paper.foreign.rate),
        exchangeRateDate: new Date(paper.day),
        exchangeRateSource: 'test',
        taxCurrency: paper.foreign.currency,
        taxCurrencyTaxMinor: BigInt(stated ?? 0),
      }),
      taxGroups: groups,
      itemCount: paper.lines.length,
      itemsMinor: BigInt(paper.lines.reduce((sum, line) => sum + line.amount, 0)),
      netMinor: BigInt(net),
      taxMinor: BigInt(tax),
      totalMinor: BigInt(total),
      payableMinor: BigInt(total),
    },
  });
  await ctx.tx.db.invoiceItem.createMany({
    data: paper.lines.map((line, index) => ({
      id: newId(),
      tenantId,
      invoiceId: id,
      position: index + 1,
      kind: line.kind ?? 'item',
      productId: line.productId,
      title: 'Line',
      quantity: String(line.quantity),
      unitPrice: '1',
      taxCategoryId,
      taxCode: line.code,
      taxRate: String(line.rate),
      amountMinor: BigInt(line.amount),
    })),
  });
  return id;
}

const entry = (event: 'issue' | 'void', invoiceId: string, count: bigint, issueDate: string) => ({
  event,
  invoiceId,
  series: 'test',
  period: '',
  count,
  number: `T-${count}`,
  issueDate,
  contentHash: contentHash({ invoiceId }),
});

async function issueOne(ctx: TxCtx, paper: Paper, taxCategoryId: string): Promise<string> {
  const id = await insert(ctx, paper, taxCategoryId);
  const head = await lockLedger(ctx);
  const count = head.position + 1n;
  const documentId = newId();
  await ctx.tx.execute(sql`
    insert into documents (id, tenant_id, kind, number, issue_date, language, snapshot, content_hash)
    values (${documentId}::uuid, ${ctx.tenantId}::uuid, ${paper.kind}, ${`T-${count}`}, ${paper.day}::date, 'en', '{}', 'x')`);
  await ctx.tx.execute(sql`
    update invoices set state = 'issued', number = ${`T-${count}`}, issue_date = ${paper.day}::date,
      document_id = ${documentId}::uuid, issued_at = now()
    where tenant_id = ${ctx.tenantId}::uuid and id = ${id}::uuid`);
  const entries = [entry('issue', id, count, paper.day)];
  if (paper.voided) {
    await ctx.tx.execute(sql`update invoices set state = 'voided', voided_at = now() where id = ${id}::uuid`);
    entries.push(entry('void', id, count, paper.day));
  }
  for (const statement of appendEntries(ctx, head, entries)) await ctx.tx.execute(statement);
  return id;
}

/** Issues documents past the verbs, with any amounts and on any day. @returns their ids */
export async function issuePapers(
  ctx: Ctx,
  papers: readonly Paper[],
  taxCategoryId: string,
): Promise<string[]> {
  return withTx(ctx, async (ctx) => {
    const ids: string[] = [];
    for (const paper of papers) ids.push(await issueOne(ctx, paper, taxCategoryId));
    return ids;
  });
}

/** Lets an invoice be settled in part, on a day. */
export async function settle(ctx: Ctx, invoiceId: string, amount: number, day: string): Promise<void> {
  await withTx(ctx, async (ctx) => {
    await ctx.tx.execute(sql`
      insert into allocations (id, tenant_id, invoice_id, source, amount_minor, reason, day)
      values (${newId()}::uuid, ${ctx.tenantId}::uuid, ${invoiceId}::uuid, 'write_off', ${amount}::bigint, 'test', ${day}::date)`);
    await ctx.tx.execute(sql`
      update invoices set settled_minor = settled_minor + ${amount}::bigint
      where tenant_id = ${ctx.tenantId}::uuid and id = ${invoiceId}::uuid`);
  });
}
