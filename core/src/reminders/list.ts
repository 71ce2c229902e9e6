import type { Ctx, TxCtx } from '../platform/context';
import { join, sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import { isId } from '../platform/ids';
import { atMost, keyset, toPage, type Page, type SortKey } from '../platform/lists';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { reminderPolicy } from './policy';
import { ListReminderLettersInput, type ReminderDelivery, type ReminderLetterDto } from './schemas';

interface LetterRow {
  id: string;
  number: string;
  day: string;
  customerId: string;
  customerName: string;
  levelId: string;
  levelName: string;
  documentId: string;
  invoiceCount: number;
  currency: string;
  fee: bigint;
  total: bigint;
  delivery: ReminderDelivery;
  createdAt: Date;
}

const columns = sql`
  t.id, t.number, t.day, t.customer_id as "customerId", c.name as "customerName", t.level_id as "levelId",
  l.name as "levelName", t.document_id as "documentId", t.invoice_count as "invoiceCount", t.currency,
  t.fee_minor as fee, t.total_minor as total, t.delivery, t.created_at as "createdAt"`;

const source = sql`
  reminder_letters t
  join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
  join reminder_levels l on l.tenant_id = t.tenant_id and l.id = t.level_id`;

const toLetter = (row: LetterRow): ReminderLetterDto => ({
  id: row.id,
  number: row.number,
  day: row.day,
  customer: { id: row.customerId, name: row.customerName },
  level: { id: row.levelId, name: row.levelName },
  documentId: row.documentId,
  invoiceCount: row.invoiceCount,
  fee: { amount: row.fee.toString(), currency: row.currency },
  total: { amount: row.total.toString(), currency: row.currency },
  delivery: row.delivery,
  createdAt: row.createdAt.toISOString(),
});

/** @throws AppError `not-found` */
export async function letterInTenant(ctx: TxCtx, id: string): Promise<ReminderLetterDto> {
  if (!isId(id)) throw notFound('reminder');
  const [row] = await ctx.tx.query<LetterRow>(sql`
    select ${columns} from ${source} where t.tenant_id = ${ctx.tenantId}::uuid and t.id = ${id}::uuid`);
  if (!row) throw notFound('reminder');
  return toLetter(row);
}

/** A letter that was sent. @throws AppError `not-found` */
export async function getReminderLetter(ctx: Ctx, id: string): Promise<ReminderLetterDto> {
  demand(ctx, reminderPolicy.read);
  return withTx(ctx, (ctx) => letterInTenant(ctx, id));
}

const sortKeys: Readonly<Record<'createdAt', SortKey>> = {
  createdAt: { expression: sql`t.created_at`, type: 'timestamptz' },
};

/** One page of the letters that were sent, the newest first. */
export async function listReminderLetters(
  ctx: Ctx,
  input: ListReminderLettersInput = {},
): Promise<Page<ReminderLetterDto>> {
  demand(ctx, reminderPolicy.read);
  const { limit, cursor, customerId, invoiceId } = parse(ListReminderLettersInput, input);
  const { after, order, value } = keyset(sortKeys, sql`t.id`, '-createdAt', cursor);
  const conditions = [sql`t.tenant_id = ${ctx.tenantId}::uuid`, after];
  if (customerId) conditions.push(sql`t.customer_id = ${customerId}::uuid`);
  if (invoiceId) {
    conditions.push(sql`exists (select from reminders r where r.tenant_id = t.tenant_id and r.letter_id = t.id
      and r.invoice_id = ${invoiceId}::uuid)`);
  }
  const rows = await readOne<LetterRow & { sortValue: string }>(
    ctx,
    sql`select ${columns}, ${value} as "sortValue" from ${source} where ${join(conditions, ' and ')}
        order by ${order} ${atMost(limit + 1)}`,
    'each-time',
  );
  const page = toPage(rows, limit, '-createdAt', (row) => row.sortValue);
  return { rows: page.rows.map(toLetter), nextCursor: page.nextCursor };
}
