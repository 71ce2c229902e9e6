import { audit } from '../platform/audit';
import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { reminderPolicy } from './policy';
import { SendRemindersInput } from './schemas';
import { keepLevels, letterFor, lockCustomer } from './letter-of';

/**
 * Lets the due level of the chosen invoices pass without a letter; the next level counts from today.
 * @returns how many invoices
 */
export async function skipReminders(ctx: Ctx, input: SendRemindersInput): Promise<{ skipped: number }> {
  demand(ctx, reminderPolicy.write);
  const { letters } = parse(SendRemindersInput, input);
  return withTx(ctx, async (ctx) => {
    const day = localDate(ctx.clock(), (await getTenant(ctx)).timeZone);
    let skipped = 0;
    for (const key of letters) {
      await lockCustomer(ctx, key.customerId);
      const letter = await letterFor(ctx, key, true);
      if (!letter) continue;
      await keepLevels(ctx, letter, null, day);
      await audit(
        ctx,
        ...letter.rows.map((row) => ({
          action: 'invoice.skip-reminder',
          entityType: 'invoice',
          entityId: row.invoiceId,
          entityName: row.number,
          changes: { level: { to: row.levelName } },
        })),
      );
      skipped += letter.rows.length;
    }
    return { skipped };
  });
}
