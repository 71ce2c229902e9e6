import {
  getReminderLetter,
  listReminderLetters,
  listReminderPauses,
  listReminderProposals,
  pauseReminders,
  resumeReminders,
  sendReminders,
  skipReminders,
} from '@countinghouse/core/reminders';
import {
  ListProposalsInput,
  ListReminderLettersInput,
  PauseRemindersInput,
  SendRemindersInput,
} from '@countinghouse/core/reminders/schemas';
import { z } from 'zod';
import { page, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { ReminderLetter, ReminderPause, ReminderProposal, SentReminders } from './reminder-schemas';

const tag = 'Reminders';
const letters = [{ customerId: '019a5b6c-7d8e-7f01-8234-56789abcdef0', currency: 'EUR', kind: 'late' }];

export const reminderOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/reminders/proposals',
    id: 'listReminderProposals',
    tag,
    summary: 'List the letters that would go out today',
    description:
      'As the invoices are at this moment. `limit` counts customers; all letters of one come together.',
    scope: 'invoices:read',
    query: ListProposalsInput,
    success: {
      status: 200,
      description: 'One page of letters.',
      schema: pageOf(ReminderProposal, 'ReminderProposalPage'),
    },
    run: async ({ ctx, query }) => page(await listReminderProposals(ctx, query)),
  },
  {
    method: 'post',
    path: '/reminders/send',
    id: 'sendReminders',
    tag,
    summary: 'Send reminders',
    description:
      'Each level of an invoice goes out once. What was paid, credited, voided or paused meanwhile is left out, and ' +
      'a letter for which nothing is left is refused.',
    scope: 'invoices:write',
    body: SendRemindersInput,
    bodyExample: { letters },
    idempotency: 'by-nature',
    success: { status: 200, description: 'What was sent, and what was not.', schema: SentReminders },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await sendReminders(ctx, body as SendRemindersInput),
    }),
  },
  {
    method: 'post',
    path: '/reminders/skip',
    id: 'skipReminders',
    tag,
    summary: 'Let a level pass without a letter',
    description: 'The next level counts from today.',
    scope: 'invoices:write',
    body: SendRemindersInput,
    bodyExample: { letters },
    success: {
      status: 200,
      description: 'How many invoices.',
      schema: z.strictObject({ skipped: z.int() }).meta({ id: 'SkippedReminders' }),
    },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await skipReminders(ctx, body as SendRemindersInput),
    }),
  },
  {
    method: 'get',
    path: '/reminders/pauses',
    id: 'listReminderPauses',
    tag,
    summary: 'List customers that are not reminded',
    scope: 'invoices:read',
    success: { status: 200, description: 'The pauses.', schema: pageOf(ReminderPause, 'ReminderPausePage') },
    run: async ({ ctx }) => page({ rows: await listReminderPauses(ctx), nextCursor: null }),
  },
  {
    method: 'post',
    path: '/reminders/pauses',
    id: 'pauseReminders',
    tag,
    summary: 'Send a customer no reminders',
    description: 'Until the end of a day, or until further notice. Takes the place of an earlier pause.',
    scope: 'invoices:write',
    body: PauseRemindersInput,
    bodyExample: { customerId: letters[0]?.customerId, until: '2027-01-31', reason: 'Pays in instalments' },
    success: { status: 204, description: 'The customer is not reminded.' },
    run: async ({ ctx, body }) => {
      await pauseReminders(ctx, body as PauseRemindersInput);
      return { status: 204 };
    },
  },
  {
    method: 'delete',
    path: '/customers/{id}/reminder-pause',
    id: 'resumeReminders',
    tag,
    summary: 'Let a customer be reminded again',
    description: 'A second time changes nothing.',
    scope: 'invoices:write',
    success: { status: 204, description: 'The customer is reminded again.' },
    run: async ({ ctx, id }) => {
      await resumeReminders(ctx, id);
      return { status: 204 };
    },
  },
  {
    method: 'get',
    path: '/reminders',
    id: 'listReminderLetters',
    tag,
    summary: 'List the reminders that were sent',
    description: 'The newest first. The letter itself is the document `documentId`.',
    scope: 'invoices:read',
    query: ListReminderLettersInput,
    success: {
      status: 200,
      description: 'One page of letters.',
      schema: pageOf(ReminderLetter, 'ReminderLetterPage'),
    },
    run: async ({ ctx, query }) => page(await listReminderLetters(ctx, query)),
  },
  {
    method: 'get',
    path: '/reminders/{id}',
    id: 'getReminderLetter',
    tag,
    summary: 'Read a reminder that was sent',
    scope: 'invoices:read',
    success: { status: 200, description: 'The letter.', schema: ReminderLetter },
    run: async ({ ctx, id }) => ({ status: 200, body: await getReminderLetter(ctx, id) }),
  },
];
