import {
  createReminderLevel,
  getReminderSettings,
  listReminderLevels,
  removeReminderLevel,
  updateReminderLevel,
  updateReminderSettings,
} from '@countinghouse/core/reminders';
import {
  CreateReminderLevelInput,
  UpdateReminderLevelInput,
  UpdateReminderSettingsInput,
  type ReminderSettingsDto,
} from '@countinghouse/core/reminders/schemas';
import { created, page, record, type Operation } from '../operation';
import { etagOf } from '../preconditions';
import { pageOf } from '../schemas';
import { ReminderLevel, ReminderSettings } from './reminder-schemas';

const tag = 'Reminders';
const settings = (dto: ReminderSettingsDto) => ({
  status: 200 as const,
  headers: { ETag: etagOf(dto.version) },
  body: dto,
});

export const reminderLevelOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/reminder-levels',
    id: 'listReminderLevels',
    tag,
    summary: 'List the levels of reminders',
    description: 'All of them, in the order of their days.',
    scope: 'settings:read',
    success: { status: 200, description: 'The levels.', schema: pageOf(ReminderLevel, 'ReminderLevelPage') },
    run: async ({ ctx }) => page({ rows: await listReminderLevels(ctx), nextCursor: null }),
  },
  {
    method: 'post',
    path: '/reminder-levels',
    id: 'createReminderLevel',
    tag,
    summary: 'Add a level',
    description: 'Its place among the others follows from its days. The fee is in the company’s currency.',
    scope: 'settings:write',
    body: CreateReminderLevelInput,
    bodyExample: { name: 'First reminder', days: 7, feeMinor: '500', texts: { en: { title: 'Reminder' } } },
    success: {
      status: 201,
      description: 'The new level.',
      schema: ReminderLevel,
      headers: ['ETag', 'Location'],
    },
    run: async ({ ctx, body }) =>
      created('reminder-levels', await createReminderLevel(ctx, body as CreateReminderLevelInput)),
  },
  {
    method: 'patch',
    path: '/reminder-levels/{id}',
    id: 'updateReminderLevel',
    tag,
    summary: 'Change a level',
    description: 'For letters to come; those that were sent stay as they are.',
    scope: 'settings:write',
    body: UpdateReminderLevelInput,
    bodyExample: { gapDays: 14 },
    ifMatch: 'required',
    success: {
      status: 200,
      description: 'The level as it is now.',
      schema: ReminderLevel,
      headers: ['ETag'],
    },
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateReminderLevel(ctx, id, expectedVersion ?? 0, body as UpdateReminderLevelInput)),
  },
  {
    method: 'delete',
    path: '/reminder-levels/{id}',
    id: 'removeReminderLevel',
    tag,
    summary: 'Take a level out of use',
    scope: 'settings:write',
    ifMatch: 'optional',
    success: { status: 204, description: 'It is out of use.' },
    run: async ({ ctx, id, expectedVersion }) => {
      await removeReminderLevel(ctx, id, expectedVersion);
      return { status: 204 };
    },
  },
  {
    method: 'get',
    path: '/reminder-settings',
    id: 'getReminderSettings',
    tag,
    summary: 'Read when and how reminders go out',
    scope: 'settings:read',
    success: { status: 200, description: 'The settings.', schema: ReminderSettings, headers: ['ETag'] },
    run: async ({ ctx }) => settings(await getReminderSettings(ctx)),
  },
  {
    method: 'patch',
    path: '/reminder-settings',
    id: 'updateReminderSettings',
    tag,
    summary: 'Change when and how reminders go out',
    description: '`propose` leaves the letters to a person, `send` sends those that can go by mail.',
    scope: 'settings:write',
    body: UpdateReminderSettingsInput,
    bodyExample: { mode: 'propose', hour: 9 },
    ifMatch: 'required',
    success: {
      status: 200,
      description: 'The settings as they are now.',
      schema: ReminderSettings,
      headers: ['ETag'],
    },
    run: async ({ ctx, expectedVersion, body }) =>
      settings(await updateReminderSettings(ctx, expectedVersion ?? 0, body as UpdateReminderSettingsInput)),
  },
];
