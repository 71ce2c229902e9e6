import { z } from 'zod';
import { languages, PlainDate } from '@countinghouse/core/platform/time';
import type {
  ReminderLetterDto,
  ReminderLevelDto,
  ReminderPauseDto,
  ReminderProposalDto,
  ReminderSettingsDto,
} from '@countinghouse/core/reminders/schemas';
import { reminderModes } from '@countinghouse/core/reminders/states';
import { Instant, Money, RecordId, Version } from '../schemas';

const Named = z.strictObject({ id: RecordId, name: z.string() });
const Delivery = z
  .enum(['mail', 'print'])
  .meta({ description: '`print` where the customer has no address for mails.' });
const LevelTexts = z.strictObject({ title: z.string(), intro: z.string(), outro: z.string() });

export const ReminderLevel = z
  .strictObject({
    id: RecordId,
    name: z.string(),
    days: z.int().meta({ description: 'After the due date; before it where negative.' }),
    gapDays: z.int().meta({ description: 'Fewest days after the level before.' }),
    fee: Money,
    texts: z.partialRecord(z.enum(languages), LevelTexts),
    version: Version,
    createdAt: Instant,
  })
  .meta({ id: 'ReminderLevel' }) satisfies z.ZodType<ReminderLevelDto>;

export const ReminderSettings = z
  .strictObject({
    mode: z.enum(reminderModes),
    hour: z.int().meta({ description: 'Of the company’s day, 0 to 23.' }),
    lastRunDay: PlainDate.nullable(),
    nextRunAt: Instant.nullable(),
    proposed: z.int().meta({ description: 'Letters that the last run left to a person.' }),
    version: Version,
  })
  .meta({ id: 'ReminderSettings' }) satisfies z.ZodType<ReminderSettingsDto>;

export const ReminderProposal = z
  .strictObject({
    customer: Named,
    currency: z.string(),
    kind: z.enum(['late', 'note']).meta({ description: '`note`: before the due date.' }),
    level: z.strictObject({ id: RecordId, name: z.string(), days: z.int() }),
    delivery: Delivery,
    emails: z.array(z.string()),
    invoices: z.array(
      z.strictObject({
        id: RecordId,
        number: z.string(),
        issueDate: PlainDate,
        dueDate: PlainDate,
        daysLate: z.int(),
        total: Money,
        open: Money,
        levelId: RecordId,
        levelName: z.string(),
      }),
    ),
    fee: Money,
    total: Money,
  })
  .meta({ id: 'ReminderProposal' }) satisfies z.ZodType<ReminderProposalDto>;

export const ReminderLetter = z
  .strictObject({
    id: RecordId,
    number: z.string(),
    day: PlainDate,
    customer: Named,
    level: Named,
    documentId: RecordId,
    invoiceCount: z.int(),
    fee: Money,
    total: Money,
    delivery: Delivery,
    createdAt: Instant,
  })
  .meta({ id: 'ReminderLetter' }) satisfies z.ZodType<ReminderLetterDto>;

export const SentReminders = z
  .strictObject({
    sent: z.array(ReminderLetter),
    refused: z.array(z.strictObject({ customerId: RecordId, message: z.string() })),
  })
  .meta({ id: 'SentReminders' });

export const ReminderPause = z
  .strictObject({
    customer: Named,
    until: PlainDate.nullable(),
    reason: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'ReminderPause' }) satisfies z.ZodType<ReminderPauseDto>;
