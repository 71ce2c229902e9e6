import { documentInsert, freeze, isTrade, printLater, type UnnumberedDocument } from '../documents';
import { appendEntries, lockLedger, type LedgerHead } from '../ledger';
import { numberParts, numberText, patternOf, type NumberParts, type SeriesKind } from '../number-series';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, conflict } from '../platform/errors';
import { allocateCredit } from './allocate';
import { loadFreezing } from './freezing';
import type { StoredInvoice } from './get';
import { problemsOf } from './problems';
import { takeQuantities } from './quantities.sql';
import type { IssueProblem } from './schemas';
import type { InvoiceKind } from './states';
import { dueDateOf, snapshotOf, taxCurrencyOf, type Freezing } from './snapshot';

/** The series that a kind of documents takes its numbers from: deposits share that of the invoices. */
export const seriesOf = (kind: InvoiceKind): SeriesKind =>
  kind === 'credit_note' ? 'credit_note' : 'invoice';

/** A locked draft that is to be issued. */
export interface Draft extends StoredInvoice {
  /** Who issues it, where one transaction does the work of several. */
  by?: Ctx;
}

/** A draft with all that is known before its number. */
interface Prepared {
  stored: StoredInvoice;
  by: Ctx;
  freezing: Freezing;
  document: UnnumberedDocument;
  series: SeriesKind;
  parts: NumberParts;
}

const problemError = (problems: readonly IssueProblem[]) =>
  new AppError('conflict', problems.map(({ message }) => message).join(' '), { reason: 'invoice-problems' });

/** Checks and freezes drafts. @throws AppError `conflict` with what is missing, in words */
async function prepare(ctx: TxCtx, drafts: readonly Draft[]): Promise<Prepared[]> {
  const [freezings, invoicePattern, creditPattern] = await Promise.all([
    loadFreezing(ctx, drafts),
    patternOf(ctx, 'invoice'),
    patternOf(ctx, 'credit_note'),
  ]);
  return freezings.map((freezing, index) => {
    const { stored, issueDate } = freezing;
    const by = drafts[index]?.by ?? ctx;
    const snapshot = snapshotOf(freezing);
    const errors = problemsOf(freezing, snapshot).filter(({ level }) => level === 'error');
    if (errors.length > 0) throw problemError(errors);
    const series = seriesOf(stored.row.kind);
    const pattern = series === 'invoice' ? invoicePattern : creditPattern;
    const parts = numberParts(pattern, issueDate);
    return { stored, by, freezing, document: freeze(snapshot), series, parts };
  });
}

interface Wanted {
  series: SeriesKind;
  period: string;
  count: number;
  firstDate: string;
  lastDate: string;
}

/** How many numbers of each series and period, and their dates. */
function wantedOf(prepared: readonly Prepared[]): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { series, parts, freezing } of prepared) {
    const key = `${series} ${parts.period}`;
    const { issueDate } = freezing;
    const held = wanted.get(key);
    wanted.set(key, {
      series,
      period: parts.period,
      count: (held?.count ?? 0) + 1,
      firstDate: held && held.firstDate < issueDate ? held.firstDate : issueDate,
      lastDate: held && held.lastDate > issueDate ? held.lastDate : issueDate,
    });
  }
  return [...wanted.values()];
}

/**
 * Takes as many numbers of each series and period as are wanted, from its one counter row (rules.md 3). Others wait
 * from here to the commit. @returns the first number of each
 * @throws AppError `conflict` (`issue-date-before-last`) when a later date has been numbered
 */
async function takeCounts(
  ctx: TxCtx,
  prepared: readonly Prepared[],
): Promise<(series: string, period: string) => bigint> {
  const wanted = wantedOf(prepared);
  const rows = await ctx.tx.query<{ series: string; period: string; first: bigint }>(sql`
    with wanted as materialized (
      select * from json_to_recordset(${JSON.stringify(wanted)}::json)
        as w(series text, period text, count bigint, "firstDate" date, "lastDate" date))
    insert into number_counters as c (tenant_id, kind, period, last_used, last_date)
    select ${ctx.tenantId}::uuid, series, period, count, "lastDate" from wanted order by series, period
    on conflict (tenant_id, kind, period) do update
      set last_used = c.last_used + excluded.last_used, last_date = excluded.last_date
      where c.last_date is null or c.last_date <=
        (select w."firstDate" from wanted w where w.series = c.kind and w.period = c.period)
    returning c.kind as series, c.period,
      c.last_used - (select w.count from wanted w where w.series = c.kind and w.period = c.period) + 1 as first`);
  if (rows.length < wanted.length) {
    throw conflict(
      'A document with a later date has been numbered already. Numbers go by date.',
      'issue-date-before-last',
    );
  }
  const next = new Map(rows.map(({ series, period, first }) => [`${series} ${period}`, first]));
  return (series, period) => {
    const key = `${series} ${period}`;
    const count = next.get(key) ?? 1n;
    next.set(key, count + 1n);
    return count;
  };
}

interface Numbered extends Prepared {
  count: bigint;
  number: string;
}

const issuedRow = ({ stored, by, freezing, document, number }: Numbered) => {
  const taxCurrency = isTrade(document.snapshot) ? document.snapshot.taxCurrency : null;
  return {
    id: stored.row.id,
    number,
    issueDate: freezing.issueDate,
    dueDate: stored.row.kind === 'credit_note' ? null : dueDateOf(stored, freezing.issueDate),
    documentId: document.id,
    taxCurrency: taxCurrencyOf(freezing.basis, stored.row.currency),
    taxCurrencyTaxMinor: taxCurrency?.taxMinor ?? null,
    rateDate: taxCurrency?.rateDate ?? null,
    issuedBy: by.actor.type === 'user' ? by.actor.id : null,
  };
};

/** Writes what has its number: document, state, chain and audit, sent together because others wait. */
async function writeIssued(ctx: TxCtx, head: LedgerHead, numbered: readonly Numbered[]): Promise<void> {
  const rows = numbered.map(issuedRow);
  const names = JSON.stringify(rows.map(({ documentId, number }) => ({ document_id: documentId, number })));
  const [entries, newHead] = appendEntries(
    ctx,
    head,
    numbered.map(({ stored, series, parts, count, number, freezing, document }) => ({
      event: 'issue',
      invoiceId: stored.row.id,
      series,
      period: parts.period,
      count,
      number,
      issueDate: freezing.issueDate,
      contentHash: document.contentHash,
    })),
  );
  await Promise.all([
    ctx.tx.execute(
      documentInsert(
        ctx,
        numbered.map(({ document }) => document),
        sql`(select * from json_to_recordset(${names}::json) as r(document_id uuid, number text))`,
      ),
    ),
    ctx.tx.execute(sql`
      update invoices i set state = 'issued', number = r.number, issue_date = r."issueDate", due_date = r."dueDate",
        document_id = r."documentId", tax_currency = r."taxCurrency", tax_currency_tax_minor = r."taxCurrencyTaxMinor",
        exchange_rate_date = coalesce(i.exchange_rate_date, r."rateDate"), issued_at = ${ctx.clock()},
        issued_by = r."issuedBy", version = i.version + 1,
        updated_at = ${ctx.clock()}, search_text = lower(r.number) || E'\\n' || i.search_text
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, number text, "issueDate" date, "dueDate" date,
        "documentId" uuid, "taxCurrency" text, "taxCurrencyTaxMinor" bigint, "rateDate" date, "issuedBy" uuid)
      where i.tenant_id = ${ctx.tenantId}::uuid and i.id = any(${rows.map(({ id }) => id)}::uuid[]) and i.id = r.id`),
    ctx.tx.execute(entries),
    ctx.tx.execute(newHead),
    audit(
      ctx,
      ...numbered.map(({ stored, by, number }) => ({
        by,
        action: 'invoice.issue',
        entityType: 'invoice',
        entityId: stored.row.id,
        entityName: number,
        changes: {
          state: { from: 'draft', to: 'issued' },
          number: { to: number },
          total: { to: { amount: stored.row.payable_minor, currency: stored.row.currency } },
        },
      })),
    ),
  ]);
}

/** Credit notes settle the invoice that they credit, as far as it is open. */
async function settleOriginals(ctx: TxCtx, numbered: readonly Numbered[]): Promise<void> {
  const credits = numbered
    .filter(({ stored }) => stored.row.kind === 'credit_note' && stored.row.original_invoice_id !== null)
    .sort((a, b) =>
      (a.stored.row.original_invoice_id ?? '') < (b.stored.row.original_invoice_id ?? '') ? -1 : 1,
    );
  for (const { stored, by, freezing } of credits) {
    await allocateCredit(
      { ...by, tx: ctx.tx },
      {
        creditNoteId: stored.row.id,
        invoiceId: stored.row.original_invoice_id ?? '',
        day: freezing.basis.today,
      },
    );
  }
}

/**
 * Issues locked drafts in one short step: what they take of orders and invoices, numbers without holes, frozen
 * documents, the chain, audit, and what follows. A failure anywhere leaves nothing, and no hole.
 */
export async function issueInTx(ctx: TxCtx, drafts: readonly Draft[]): Promise<void> {
  ctx.tx.planOnce();
  await takeQuantities(ctx, drafts);
  const prepared = await prepare(ctx, drafts);
  await printLater(
    ctx,
    prepared.map(({ document }) => document.id),
  );
  ctx.tx.letGoEarly();
  // One after the other and in one order for all, but sent together.
  const [take, head] = await Promise.all([takeCounts(ctx, prepared), lockLedger(ctx)]);
  const numbered = prepared.map((each) => {
    const count = take(each.series, each.parts.period);
    return { ...each, count, number: numberText(each.parts, count) };
  });
  await writeIssued(ctx, head, numbered);
  await settleOriginals(ctx, numbered);
}
