import type { Ctx } from '../platform/context';
import { addDays, localDate } from '../platform/time';
import { createRecurringInvoice } from '../recurring-invoices';
import { createStandardReminderLevels, updateReminderSettings } from '../reminders';

/** What the demo company lets happen by itself: reminders that are proposed each day, and two series of invoices. */
export async function demoRoutines(
  ctx: Ctx,
  [first, second]: readonly string[],
  timeZone: string,
): Promise<void> {
  await createStandardReminderLevels(ctx);
  await updateReminderSettings(ctx, 1, { mode: 'propose', hour: 9 });
  if (!first || !second) return;
  const tomorrow = addDays(localDate(ctx.clock(), timeZone), 1);
  await createRecurringInvoice(ctx, {
    name: 'Window display',
    customerId: first,
    rule: { frequency: 'monthly', on: { kind: 'day', day: 1 }, start: tomorrow },
    mode: 'draft',
    template: { items: [{ title: 'Window display, {month} {year}', quantity: '1', unitPrice: '120' }] },
  });
  await createRecurringInvoice(ctx, {
    name: 'Shelf care',
    customerId: second,
    rule: { frequency: 'quarterly', on: { kind: 'last-day' }, start: tomorrow },
    period: 'behind',
    mode: 'issue_and_send',
    template: {
      items: [{ title: 'Shelf care, {from} to {to}', quantity: '6', unit: 'HUR', unitPrice: '35' }],
    },
  });
}
