'use server';

import { pauseReminders, resumeReminders, sendReminders, skipReminders } from '@countinghouse/core/reminders';
import type { PauseRemindersInput, SendRemindersInput } from '@countinghouse/core/reminders/schemas';
import { inCompany } from '../../../../server/action';

export async function sendRemindersAction(tenant: string, input: SendRemindersInput) {
  return inCompany(tenant, (ctx) => sendReminders(ctx, input));
}

export async function skipRemindersAction(tenant: string, input: SendRemindersInput) {
  return inCompany(tenant, (ctx) => skipReminders(ctx, input));
}

export async function pauseRemindersAction(tenant: string, input: PauseRemindersInput) {
  return inCompany(tenant, (ctx) => pauseReminders(ctx, input));
}

export async function resumeRemindersAction(tenant: string, customerId: string) {
  return inCompany(tenant, (ctx) => resumeReminders(ctx, customerId));
}
