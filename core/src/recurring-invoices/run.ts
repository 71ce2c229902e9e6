import type { Ctx } from '../platform/context';
import { demand } from '../platform/permissions';
import { finishNext } from './finish';
import { makeNext } from './make';
import { recurringPolicy } from './policy';

/**
 * Makes, issues and sends everything that is due in the company. Each step is a transaction of its own and knows from
 * its rows whether it has been done: it may stop anywhere, run twice at once, and be called again.
 */
export async function runRecurringInvoices(ctx: Ctx, signal: AbortSignal): Promise<void> {
  demand(ctx, recurringPolicy.write);
  for (const step of [makeNext, finishNext]) {
    while (await step(ctx)) signal.throwIfAborted();
  }
}
