import type { Ctx } from '../platform/context';
import { join, sql } from '../platform/db';
import { parse } from '../platform/errors';
import { containsWords } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { isOpen, openColumns, openSource, toOpenDocument, type OpenDocument } from './open-documents';
import { paymentPolicy } from './policy';
import { OpenItemsInput, type OpenDocumentDto } from './schemas';

const MOST = 200;

/** Documents that are open, for choosing what a payment settles; the first to be due comes first, at most 200. */
export async function listOpenDocuments(ctx: Ctx, input: OpenItemsInput = {}): Promise<OpenDocumentDto[]> {
  demand(ctx, paymentPolicy.read);
  const { customerId, currency, q, ids, kind } = parse(OpenItemsInput, input);
  const conditions = [sql`i.tenant_id = ${ctx.tenantId}::uuid`, isOpen];
  if (customerId) conditions.push(sql`i.customer_id = ${customerId}::uuid`);
  if (currency) conditions.push(sql`i.currency = ${currency}`);
  if (ids) conditions.push(sql`i.id = any(${ids}::uuid[])`);
  if (kind) conditions.push(sql`(i.kind = 'credit_note') = ${kind === 'credit_note'}`);
  if (q) conditions.push(containsWords(sql`i.search_text`, q));
  const source = q
    ? sql`searchable_invoices i left join customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id`
    : openSource;
  const rows = await readOne<OpenDocument>(
    ctx,
    sql`select ${openColumns} from ${source} where ${join(conditions, ' and ')}
        order by i.due_date, i.id limit ${MOST}`,
    'each-time',
  );
  return rows.map(toOpenDocument);
}
