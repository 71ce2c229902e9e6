import type { InvoiceKind, InvoiceState } from '../invoices/states';
import type { TxCtx } from '../platform/context';
import { raw, sql, type Sql } from '../platform/db';
import type { OpenDocumentDto } from './schemas';

/** An issued invoice, deposit invoice or credit note, and what is open of it. */
export interface OpenDocument {
  id: string;
  kind: InvoiceKind;
  state: InvoiceState;
  number: string;
  customerId: string | null;
  customerName: string | null;
  currency: string;
  issueDate: string;
  dueDate: string | null;
  orderReference: string | null;
  exchangeRate: string | null;
  exchangeRateDate: string | null;
  exchangeRateSource: string | null;
  taxCurrency: string | null;
  payableMinor: bigint;
  openMinor: bigint;
}

/** Columns of an OpenDocument, of the table as `i` beside the customers `c`. */
export const openColumns = raw(`
  i.id, i.kind, i.state, coalesce(i.number, '') as number, i.customer_id as "customerId", c.name as "customerName",
  i.currency, i.issue_date as "issueDate", i.due_date as "dueDate", i.order_reference as "orderReference",
  trim_scale(i.exchange_rate)::text as "exchangeRate", i.exchange_rate_date as "exchangeRateDate",
  i.exchange_rate_source as "exchangeRateSource", i.tax_currency as "taxCurrency", i.payable_minor as "payableMinor",
  i.payable_minor - i.settled_minor as "openMinor"`);

export const openSource: Sql = sql`
  invoices i left join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id`;

/** What makes a document open; written as the partial indexes have it. */
export const isOpen = raw(`i.state = 'issued' and i.payment_state in ('open', 'partly_paid')`);

export const toOpenDocument = (row: OpenDocument): OpenDocumentDto => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  customer: row.customerId ? { id: row.customerId, name: row.customerName ?? '' } : null,
  issueDate: row.issueDate,
  dueDate: row.dueDate,
  payable: { amount: row.payableMinor.toString(), currency: row.currency },
  open: { amount: row.openMinor.toString(), currency: row.currency },
  exchangeRate:
    row.exchangeRate !== null && row.taxCurrency !== null
      ? {
          rate: row.exchangeRate,
          date: row.exchangeRateDate ?? row.issueDate,
          source: row.exchangeRateSource ?? '',
          currency: row.taxCurrency,
        }
      : null,
});

/** The documents of these ids that have been issued, locked in the order of their ids. */
export async function lockDocuments(ctx: TxCtx, ids: readonly string[]): Promise<Map<string, OpenDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.tx.query<OpenDocument>(sql`
    select ${openColumns} from ${openSource}
    where i.tenant_id = ${ctx.tenantId}::uuid and i.id = any(${ids}::uuid[]) and i.state = 'issued'
    order by i.id for update of i`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The document's rate to the company's currency; null where none was kept. */
export function rateOf(document: OpenDocument, companyCurrency: string): string | null {
  if (document.currency === companyCurrency) return '1';
  return document.taxCurrency === companyCurrency ? document.exchangeRate : null;
}
