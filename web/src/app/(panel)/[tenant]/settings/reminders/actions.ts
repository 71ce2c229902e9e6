'use server';

import {
  createReminderLevel,
  createStandardReminderLevels,
  removeReminderLevel,
  updateReminderLevel,
  updateReminderSettings,
} from '@countinghouse/core/reminders';
import type {
  CreateReminderLevelInput,
  UpdateReminderLevelInput,
  UpdateReminderSettingsInput,
} from '@countinghouse/core/reminders/schemas';
import { inCompany } from '../../../../../server/action';

export async function updateReminderSettingsAction(
  tenant: string,
  version: number,
  input: UpdateReminderSettingsInput,
) {
  return inCompany(tenant, (ctx) => updateReminderSettings(ctx, version, input));
}

export async function createLevelAction(tenant: string, input: CreateReminderLevelInput) {
  return inCompany(tenant, (ctx) => createReminderLevel(ctx, input));
}

export async function createStandardLevelsAction(tenant: string) {
  return inCompany(tenant, (ctx) => createStandardReminderLevels(ctx));
}

export async function updateLevelAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateReminderLevelInput,
) {
  return inCompany(tenant, (ctx) => updateReminderLevel(ctx, id, version, input));
}

export async function removeLevelAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => removeReminderLevel(ctx, id));
}
