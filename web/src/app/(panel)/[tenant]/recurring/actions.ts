'use server';

import {
  createRecurringInvoice,
  endRecurringInvoice,
  pauseRecurringInvoice,
  resumeRecurringInvoice,
  retryRecurringInvoice,
  settleRecurringRuns,
  updateRecurringInvoice,
} from '@countinghouse/core/recurring-invoices';
import type {
  CreateRecurringInvoiceInput,
  UpdateRecurringInvoiceInput,
} from '@countinghouse/core/recurring-invoices/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { inCompany } from '../../../../server/action';

const moves = {
  pause: pauseRecurringInvoice,
  resume: (ctx: Ctx, id: string, version: number) =>
    resumeRecurringInvoice(ctx, id, { missed: 'skip' }, version),
  resumeAll: (ctx: Ctx, id: string, version: number) =>
    resumeRecurringInvoice(ctx, id, { missed: 'make' }, version),
  end: endRecurringInvoice,
  retry: retryRecurringInvoice,
  settle: settleRecurringRuns,
};
export type SeriesMove = keyof typeof moves;

export async function createRecurringAction(tenant: string, input: CreateRecurringInvoiceInput) {
  return inCompany(tenant, (ctx) => createRecurringInvoice(ctx, input));
}

export async function updateRecurringAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateRecurringInvoiceInput,
) {
  return inCompany(tenant, (ctx) => updateRecurringInvoice(ctx, id, version, input));
}

export async function moveRecurringAction(tenant: string, id: string, move: SeriesMove, version: number) {
  return inCompany(tenant, (ctx) => moves[move](ctx, id, version));
}
