import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { localDate } from '../platform/time';
import { getTenant } from '../tenants';
import { withPeriods } from './get';
import { recurringPolicy } from './policy';
import { nextDates } from './recurrence';
import { PreviewRecurrenceInput, type RecurrencePreview } from './schemas';

const MOST = 1_000;

/** The first dates of a rule, and how many of all its dates have passed (up to a thousand are counted). */
export async function previewRecurrence(ctx: Ctx, input: PreviewRecurrenceInput): Promise<RecurrencePreview> {
  demand(ctx, recurringPolicy.read);
  const { rule, period, count } = parse(PreviewRecurrenceInput, input);
  const { timeZone } = await getTenant(ctx);
  const today = localDate(ctx.clock(), timeZone);
  return {
    dates: withPeriods(rule, period, nextDates(rule, rule.start, count)),
    missed: nextDates(rule, rule.start, MOST).filter((date) => date < today).length,
  };
}
