import type { z } from 'zod';
import type { TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { userId } from './internal';
import type { Letter } from './letters';
import { dueLetters } from './proposals';
import type { LetterKey } from './schemas';

export type Key = z.output<typeof LetterKey>;

/** The letter of a key as it would go out now; null where nothing is due any more. */
export async function letterFor(ctx: TxCtx, key: Key, lock = false): Promise<Letter | null> {
  const letters = await dueLetters(ctx, [key.customerId], { invoiceIds: key.invoiceIds, lock });
  return letters.find(({ currency, kind }) => currency === key.currency && kind === key.kind) ?? null;
}

/** Letters of one customer are written one after the other: none can hold what another one has just said. */
export async function lockCustomer(ctx: TxCtx, customerId: string): Promise<void> {
  const rows = await ctx.tx.query(sql`
    select 1 from customers where tenant_id = ${ctx.tenantId}::uuid and id = ${customerId}::uuid for no key update`);
  if (rows.length === 0) throw notFound('customer');
}

/** Notes which level each invoice of a letter has had; the key of the table lets none come twice. */
export async function keepLevels(
  ctx: TxCtx,
  letter: Letter,
  letterId: string | null,
  day: string,
): Promise<void> {
  const rows = letter.rows.map(({ invoiceId, levelId }) => ({ invoiceId, levelId }));
  await ctx.tx.execute(sql`
    insert into reminders (tenant_id, invoice_id, level_id, letter_id, day, created_by, created_at)
    select ${ctx.tenantId}::uuid, r."invoiceId", r."levelId", ${letterId}::uuid, ${day}::date, ${userId(ctx)}::uuid,
      ${ctx.clock()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("invoiceId" uuid, "levelId" uuid)`);
}
