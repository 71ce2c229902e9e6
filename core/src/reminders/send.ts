import { writeDocument } from '../documents';
import { takeNumber } from '../number-series';
import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { sendDocument } from '../sharing';
import { factsOf } from './facts';
import { userId } from './internal';
import type { Letter } from './letters';
import { keepLevels, letterFor, lockCustomer, type Key } from './letter-of';
import { letterInTenant } from './list';
import { reminderPolicy } from './policy';
import { SendRemindersInput, type ReminderLetterDto, type SentReminders } from './schemas';
import { letterSnapshot, mailOf } from './snapshot';

interface Kept {
  id: string;
  number: string;
  documentId: string;
  day: string;
}

async function keep(ctx: TxCtx, letter: Letter, { id, number, documentId, day }: Kept): Promise<void> {
  const delivery = letter.emails.length > 0 ? 'mail' : 'print';
  await ctx.tx.execute(sql`
    insert into reminder_letters (id, tenant_id, number, customer_id, level_id, document_id, day, currency, fee_minor,
      total_minor, invoice_count, delivery, created_by, created_at)
    values (${id}::uuid, ${ctx.tenantId}::uuid, ${number}, ${letter.customerId}::uuid, ${letter.level.levelId}::uuid,
      ${documentId}::uuid, ${day}::date, ${letter.currency}, ${letter.feeMinor}, ${letter.totalMinor},
      ${letter.rows.length}, ${delivery}, ${userId(ctx)}::uuid, ${ctx.clock()})`);
  await keepLevels(ctx, letter, id, day);
  await audit(
    ctx,
    {
      action: 'reminder.send',
      entityType: 'reminder',
      entityId: id,
      entityName: number,
      changes: {
        customer: { to: letter.customerName },
        invoices: { to: letter.rows.map((row) => row.number) },
      },
    },
    ...letter.rows.map((row) => ({
      action: 'invoice.remind',
      entityType: 'invoice',
      entityId: row.invoiceId,
      entityName: row.number,
      changes: { level: { to: row.levelName }, letter: { to: number } },
    })),
  );
}

/**
 * Writes one letter and lets it go out, in the transaction that notes it: it is sent once or not at all. The invoices
 * are looked at again, and locked, so that nobody is reminded of what has been paid, credited, voided or paused
 * meanwhile. Null where nothing is left.
 */
export async function sendLetter(ctx: TxCtx, key: Key): Promise<ReminderLetterDto | null> {
  await lockCustomer(ctx, key.customerId);
  const letter = await letterFor(ctx, key, true);
  if (!letter) return null;
  const facts = await factsOf(ctx, letter);
  const id = newId();
  const number = await takeNumber(ctx, 'reminder', facts.today);
  const documentId = await writeDocument(ctx, number, letterSnapshot(facts, number));
  await keep(ctx, letter, { id, number, documentId, day: facts.today });
  if (letter.emails.length > 0) {
    const to = letter.emails.slice(0, 1);
    await sendDocument(ctx, documentId, { to, ...mailOf(facts, number) }, `reminder-${id}`);
  }
  return letterInTenant(ctx, id);
}

/**
 * Sends the chosen letters, each in a transaction of its own: by mail, or for printing where the customer has no
 * address for mails. What is refused keeps nobody else's letter back.
 */
export async function sendReminders(ctx: Ctx, input: SendRemindersInput): Promise<SentReminders> {
  demand(ctx, reminderPolicy.write);
  const { letters } = parse(SendRemindersInput, input);
  const result: SentReminders = { sent: [], refused: [] };
  for (const key of letters) {
    try {
      const letter = await withTx(ctx, (ctx) => sendLetter(ctx, key));
      if (letter) result.sent.push(letter);
      else result.refused.push({ customerId: key.customerId, message: 'Nothing is left to remind of.' });
    } catch (error) {
      // Inside another transaction nothing of a refused letter could be taken back.
      if (!isAppError(error) || error.code === 'not-found' || ctx.tx) throw error;
      result.refused.push({ customerId: key.customerId, message: error.message });
    }
  }
  return result;
}
