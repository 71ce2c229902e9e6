import { z } from 'zod';
import { says } from '../platform/errors';
import { Line, listFields, Paragraphs, RequiredLine } from '../platform/fields';
import { Id } from '../platform/ids';
import { MinorText, type MoneyJson } from '../platform/money';
import { languages, PlainDate, type Language } from '../platform/time';
import { reminderModes, type ReminderDelivery, type ReminderMode } from './states';

/** What a letter of a level says in one language; empty parts are the company's texts for reminders. */
export const ReminderTexts = z.strictObject({
  title: Line(120).default(''),
  intro: Paragraphs(2_000).default(''),
  outro: Paragraphs(2_000).default(''),
});
export type ReminderTexts = z.output<typeof ReminderTexts>;

const levelFields = {
  name: RequiredLine(80),
  /** Days after the due date; before it where negative: a friendly note. */
  days: z.number().int().min(-60).max(365),
  /** Fewest days after the level before it was sent. */
  gapDays: z.number().int().min(0).max(365),
  /** In minor units of the company's currency; listed on letters in that currency. */
  feeMinor: MinorText.refine((text) => !text.startsWith('-'), says('invalid-amount')),
  texts: z.partialRecord(z.enum(languages), ReminderTexts),
};

export const CreateReminderLevelInput = z.strictObject({
  ...levelFields,
  gapDays: levelFields.gapDays.default(7),
  feeMinor: levelFields.feeMinor.default('0'),
  texts: levelFields.texts.default({}),
});
export type CreateReminderLevelInput = z.input<typeof CreateReminderLevelInput>;

/** Only what is given changes, for letters to come. */
export const UpdateReminderLevelInput = z.strictObject(levelFields).partial();
export type UpdateReminderLevelInput = z.input<typeof UpdateReminderLevelInput>;

export const UpdateReminderSettingsInput = z.strictObject({
  mode: z.enum(reminderModes).optional(),
  /** The hour of the company's day at which it is looked, 0 to 23. */
  hour: z.number().int().min(0).max(23).optional(),
});
export type UpdateReminderSettingsInput = z.input<typeof UpdateReminderSettingsInput>;

/** One letter: a customer and a currency, and whether its invoices are late or not yet due. */
export const LetterKey = z.strictObject({
  customerId: Id,
  currency: z.string().length(3),
  kind: z.enum(['late', 'note']).default('late'),
  /** Only these of its invoices; all that are due for a reminder where absent. */
  invoiceIds: z.array(Id).min(1).max(1_000).optional(),
});
export type LetterKey = z.input<typeof LetterKey>;

export const SendRemindersInput = z.strictObject({ letters: z.array(LetterKey).min(1).max(100) });
export type SendRemindersInput = z.input<typeof SendRemindersInput>;

export const ListProposalsInput = z.strictObject({
  ...listFields,
  customerId: Id.optional(),
});
export type ListProposalsInput = z.input<typeof ListProposalsInput>;

export const ListReminderLettersInput = z.strictObject({
  ...listFields,
  customerId: Id.optional(),
  invoiceId: Id.optional(),
});
export type ListReminderLettersInput = z.input<typeof ListReminderLettersInput>;

/** No reminders to a customer, until the end of a day or until further notice. */
export const PauseRemindersInput = z.strictObject({
  customerId: Id,
  until: PlainDate.nullable().default(null),
  reason: Line(200).default(''),
});
export type PauseRemindersInput = z.input<typeof PauseRemindersInput>;

export interface ReminderLevelDto {
  id: string;
  name: string;
  days: number;
  gapDays: number;
  fee: MoneyJson;
  texts: Partial<Record<Language, ReminderTexts>>;
  version: number;
  createdAt: string;
}

export interface ReminderSettingsDto {
  mode: ReminderMode;
  hour: number;
  /** The company's day of the last run. */
  lastRunDay: string | null;
  nextRunAt: string | null;
  /** Letters that the last run left to a person. */
  proposed: number;
  version: number;
}

export interface ProposedInvoice {
  id: string;
  number: string;
  issueDate: string;
  dueDate: string;
  /** Negative before the due date. */
  daysLate: number;
  total: MoneyJson;
  open: MoneyJson;
  levelId: string;
  levelName: string;
}

/** A letter that would go out today. */
export interface ReminderProposalDto {
  customer: { id: string; name: string };
  currency: string;
  kind: 'late' | 'note';
  /** The highest level of its invoices: its words and its fee are the letter's. */
  level: { id: string; name: string; days: number };
  delivery: ReminderDelivery;
  /** Where the mail would go. */
  emails: string[];
  invoices: ProposedInvoice[];
  fee: MoneyJson;
  /** What is open, and the fee. */
  total: MoneyJson;
}

export interface ReminderLetterDto {
  id: string;
  number: string;
  day: string;
  customer: { id: string; name: string };
  level: { id: string; name: string };
  documentId: string;
  invoiceCount: number;
  fee: MoneyJson;
  total: MoneyJson;
  delivery: ReminderDelivery;
  createdAt: string;
}

export interface SentReminders {
  sent: ReminderLetterDto[];
  /** Letters for which nothing was left to remind of, or that could not be sent, and why. */
  refused: { customerId: string; message: string }[];
}

export interface ReminderPauseDto {
  customer: { id: string; name: string };
  until: string | null;
  reason: string;
  createdAt: string;
}

export type { ReminderDelivery, ReminderMode } from './states';
