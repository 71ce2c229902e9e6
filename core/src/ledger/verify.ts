import { contentHash, DocumentSnapshot, isTrade, type TradeSnapshot } from '../documents';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne } from '../platform/tx';
import { entryHash, GENESIS, type LedgerContent } from './chain';
import { hashOfObject } from './object-hash';

const BATCH = 200;

/** The first thing that is not as it was issued. */
export interface LedgerFault {
  /** Where in the chain; null for what stands outside it. */
  position: string | null;
  number: string | null;
  /** English, plain. */
  message: string;
}

/** What was checked, and the first fault, if any. */
export interface LedgerReport {
  entries: number;
  documents: number;
  pdfs: number;
  fault: LedgerFault | null;
}

interface Row extends LedgerContent {
  previousHash: string;
  hash: string;
  invoiceNumber: string | null;
  invoiceState: string | null;
  invoiceDate: string | null;
  documentNumber: string | null;
  documentHash: string | null;
  snapshot: unknown;
  pdfState: string | null;
  pdfObjectKey: string | null;
  pdfSha256: string | null;
  currency: string | null;
  netMinor: bigint | null;
  taxMinor: bigint | null;
  totalMinor: bigint | null;
  payableMinor: bigint | null;
}

const batchAfter = (ctx: Ctx, position: bigint) =>
  readOne<Row>(
    ctx,
    sql`select e.position, e.event, e.invoice_id as "invoiceId", e.series, e.period, e.count, e.number,
          e.issue_date as "issueDate", e.content_hash as "contentHash", e.previous_hash as "previousHash", e.hash, e.at,
          i.number as "invoiceNumber", i.state as "invoiceState", i.issue_date as "invoiceDate",
          d.number as "documentNumber", d.content_hash as "documentHash", d.snapshot, d.pdf_state as "pdfState",
          d.pdf_object_key as "pdfObjectKey", d.pdf_sha256 as "pdfSha256", i.currency, i.net_minor as "netMinor",
          i.tax_minor as "taxMinor", i.total_minor as "totalMinor", i.payable_minor as "payableMinor"
        from ledger_entries e
        left join invoices i on i.tenant_id = e.tenant_id and i.id = e.invoice_id
        left join documents d on d.tenant_id = i.tenant_id and d.id = i.document_id
        where e.tenant_id = ${ctx.tenantId}::uuid and e.position > ${position.toString()}::bigint
        order by e.position limit ${BATCH}`,
  );

const sum = (amounts: readonly string[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);

/** Whether the sums of a document follow from its parts (BR-CO-10 to BR-CO-16). */
function addsUp({ items, adjustments, taxGroups, totals }: TradeSnapshot): boolean {
  const net = (kind: 'discount' | 'charge') =>
    sum(
      adjustments
        .filter((each) => each.kind === kind)
        .flatMap(({ shares }) => shares.map(({ netMinor }) => netMinor)),
    );
  const amount = (field: keyof typeof totals) => BigInt(totals[field]);
  return (
    sum(items.map(({ netMinor }) => netMinor)) === amount('itemsNetMinor') &&
    net('discount') === amount('discountsNetMinor') &&
    net('charge') === amount('chargesNetMinor') &&
    amount('itemsNetMinor') - amount('discountsNetMinor') + amount('chargesNetMinor') ===
      amount('netMinor') &&
    sum(taxGroups.map(({ baseMinor }) => baseMinor)) === amount('netMinor') &&
    sum(taxGroups.map(({ taxMinor }) => taxMinor)) === amount('taxMinor') &&
    amount('netMinor') + amount('taxMinor') === amount('totalMinor') &&
    amount('totalMinor') + amount('roundingMinor') === amount('payableMinor')
  );
}

const sameAmounts = (row: Row, { totals, currency }: TradeSnapshot): boolean =>
  row.currency === currency &&
  row.netMinor === BigInt(totals.netMinor) &&
  row.taxMinor === BigInt(totals.taxMinor) &&
  row.totalMinor === BigInt(totals.totalMinor) &&
  row.payableMinor === BigInt(totals.payableMinor);

/** What is wrong with one entry of its own, or null. */
function faultOfDocument(row: Row): string | null {
  if (row.invoiceNumber === null || row.documentNumber === null) return 'the document is gone';
  if (row.invoiceNumber !== row.number || row.documentNumber !== row.number)
    return 'the number is another one';
  if (row.invoiceDate !== row.issueDate) return 'the date is another one';
  const content = contentHash(row.snapshot);
  if (content !== row.contentHash || content !== row.documentHash)
    return 'what the document says was changed';
  const snapshot = DocumentSnapshot.safeParse(row.snapshot);
  if (!snapshot.success || !isTrade(snapshot.data)) return 'the document cannot be read';
  if (!addsUp(snapshot.data)) return 'the sums do not follow from the lines';
  if (!sameAmounts(row, snapshot.data)) return 'the amounts of the invoice are not those of the document';
  return null;
}

/** What is remembered from entry to entry: the chain, the counts of each period, and what has been voided. */
class Walk {
  private position = 0n;
  private hash = GENESIS;
  private readonly counts = new Map<string, bigint>();

  get end() {
    return { position: this.position, hash: this.hash };
  }

  /** What is wrong with the place of an entry in the chain, or null. */
  step(row: Row): string | null {
    if (row.position !== this.position + 1n) return `entry ${this.position + 1n} is missing`;
    if (row.previousHash !== this.hash || row.hash !== entryHash(this.hash, row))
      return 'the chain is broken';
    this.position = row.position;
    this.hash = row.hash;
    return row.event === 'issue' ? this.stepCount(row) : null;
  }

  // The first count of a period may be any: companies come from other systems.
  private stepCount({ series, period, count }: Row): string | null {
    const key = `${series} ${period}`;
    const last = this.counts.get(key);
    this.counts.set(key, count);
    return last !== undefined && count !== last + 1n
      ? `the numbers of ${series} ${period} have a hole`
      : null;
  }
}

async function faultOfEnd(ctx: Ctx, end: { position: bigint; hash: string }): Promise<LedgerFault | null> {
  const [head] = await readOne<{ position: bigint; hash: string }>(
    ctx,
    sql`select position, hash from ledger_heads where tenant_id = ${ctx.tenantId}::uuid`,
  );
  if (head?.position !== end.position || head.hash !== end.hash) {
    return { position: end.position.toString(), number: null, message: 'the end of the chain was cut off' };
  }
  const [outside] = await readOne<{ number: string }>(
    ctx,
    sql`select i.number from invoices i
        where i.tenant_id = ${ctx.tenantId}::uuid and i.state <> 'draft' and (
          not exists (select 1 from ledger_entries e where e.tenant_id = i.tenant_id and e.invoice_id = i.id
            and e.event = 'issue')
          or (i.state = 'voided') <> exists (select 1 from ledger_entries e where e.tenant_id = i.tenant_id
            and e.invoice_id = i.id and e.event = 'void'))
        limit 1`,
  );
  return outside
    ? { position: null, number: outside.number, message: 'the chain does not hold the document as it is' }
    : null;
}

/**
 * Proves that a company's issued documents are what they were: numbers without holes, the hash chain, the frozen
 * contents and their sums, and the stored PDFs by their SHA-256. Reads in batches; stops at the first fault.
 */
export async function verifyLedger(ctx: Ctx, { pdfs = true } = {}): Promise<LedgerReport> {
  const report: LedgerReport = { entries: 0, documents: 0, pdfs: 0, fault: null };
  const walk = new Walk();
  for (;;) {
    const rows = await batchAfter(ctx, walk.end.position);
    for (const row of rows) {
      const message = walk.step(row) ?? (row.event === 'issue' ? faultOfDocument(row) : null);
      const position = row.position.toString();
      if (message) return { ...report, fault: { position, number: row.number, message } };
      report.entries += 1;
      if (row.event !== 'issue') continue;
      report.documents += 1;
      if (!pdfs || row.pdfState !== 'ready') continue;
      if ((await hashOfObject(row.pdfObjectKey ?? '')) !== row.pdfSha256) {
        return {
          ...report,
          fault: { position, number: row.number, message: 'the stored PDF was changed or is gone' },
        };
      }
      report.pdfs += 1;
    }
    if (rows.length < BATCH) return { ...report, fault: await faultOfEnd(ctx, walk.end) };
  }
}
