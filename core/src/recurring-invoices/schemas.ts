import { z } from 'zod';
import { CreateInvoiceInput } from '../invoices/schemas';
import { says, type FieldFault } from '../platform/errors';
import { listFields, RequiredLine, SearchText } from '../platform/fields';
import { Id } from '../platform/ids';
import type { MoneyJson } from '../platform/money';
import { PlainDate } from '../platform/time';
import { nextDates, periodKinds, type PeriodKind, type RecurrenceRule } from './recurrence';
import {
  recurringModes,
  recurringStates,
  type PauseReason,
  type RecurringMode,
  type RecurringState,
  type RunStep,
} from './states';

export type { MonthDay, Period, PeriodKind, RecurrenceRule, Weekday } from './recurrence';

const Whole = (least: number, most: number) => z.number().int().min(least).max(most);
const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

const MonthDay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: Whole(1, 31) }),
  z.strictObject({ kind: z.literal('last-day') }),
  z.strictObject({ kind: z.literal('weekday'), nth: z.literal([1, 2, 3, 4, 5]), weekday: Weekday }),
]);

const span = {
  start: PlainDate,
  end: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('never') }),
      z.strictObject({ kind: z.literal('on'), date: PlainDate }),
      z.strictObject({ kind: z.literal('after'), count: Whole(1, 1_000) }),
    ])
    .default({ kind: 'never' }),
};

/** When invoices come: see `RecurrenceRule`. A rule without a single date is refused. */
export const RecurrenceRuleInput = z
  .discriminatedUnion('frequency', [
    z.strictObject({
      frequency: z.literal('weekly'),
      every: Whole(1, 52).default(1),
      weekday: Weekday,
      ...span,
    }),
    z.strictObject({
      frequency: z.literal('monthly'),
      every: Whole(1, 24).default(1),
      on: MonthDay,
      ...span,
    }),
    z.strictObject({ frequency: z.literal('quarterly'), on: MonthDay, ...span }),
    z.strictObject({ frequency: z.literal('yearly'), every: Whole(1, 10).default(1), on: MonthDay, ...span }),
  ])
  .refine((rule) => nextDates(rule, rule.start, 1).length > 0, {
    path: ['end', 'date'],
    error: says('last-before-first'),
  });
export type RecurrenceRuleInput = z.input<typeof RecurrenceRuleInput>;

/** What each invoice says: that of an invoice, but for what belongs to one date. */
export const InvoiceTemplate = CreateInvoiceInput.omit({
  kind: true,
  customerId: true,
  issueDate: true,
  dueDate: true,
  deliveryFrom: true,
  deliveryTo: true,
  exchangeRateDate: true,
}).strict();
export type InvoiceTemplate = z.output<typeof InvoiceTemplate>;

const fields = {
  name: RequiredLine(120),
  customerId: Id.optional(),
  rule: RecurrenceRuleInput,
  period: z.enum(periodKinds),
  mode: z.enum(recurringModes),
  template: InvoiceTemplate.optional(),
  /** An order whose lines are read each time; nothing of it is used up. */
  templateOrderId: Id.optional(),
};

export const CreateRecurringInvoiceInput = z
  .strictObject({ ...fields, period: fields.period.default('ahead'), mode: fields.mode.default('draft') })
  .refine((each) => Boolean(each.template) !== Boolean(each.templateOrderId), {
    path: ['templateOrderId'],
    error: says('template-or-order'),
  })
  .refine((each) => each.customerId ?? each.templateOrderId, { path: ['customerId'], error: says('needed') });
export type CreateRecurringInvoiceInput = z.input<typeof CreateRecurringInvoiceInput>;

/** Only what is given changes. A template takes the place of a template order, and the other way round. */
export const UpdateRecurringInvoiceInput = z
  .strictObject(fields)
  .partial()
  .refine((each) => !each.template || !each.templateOrderId, {
    path: ['templateOrderId'],
    error: says('template-or-order'),
  });
export type UpdateRecurringInvoiceInput = z.input<typeof UpdateRecurringInvoiceInput>;

/** What happens with the dates that passed during the pause. */
export const ResumeRecurringInvoiceInput = z.strictObject({
  missed: z.enum(['skip', 'make']).default('skip'),
});
export type ResumeRecurringInvoiceInput = z.input<typeof ResumeRecurringInvoiceInput>;

export const PreviewRecurrenceInput = z.strictObject({
  rule: RecurrenceRuleInput,
  period: fields.period.default('ahead'),
  count: z.number().int().min(1).max(50).default(5),
});
export type PreviewRecurrenceInput = z.input<typeof PreviewRecurrenceInput>;

export const ListRecurringInvoicesInput = z.strictObject({
  ...listFields,
  q: SearchText.optional(),
  state: z.enum(recurringStates).optional(),
  /** Those that need someone to look at them. */
  failing: z.enum(['true']).optional(),
  customerId: Id.optional(),
});
export type ListRecurringInvoicesInput = z.input<typeof ListRecurringInvoicesInput>;

/** Why something did not work, as the verb that failed has said it. `code` is `unexpected` for a fault of ours. */
export interface RunFailure {
  code: string;
  reason: string | null;
  message: string;
  faults: FieldFault[];
}

export interface RecurringDate {
  date: string;
  period: { from: string; to: string } | null;
}

export interface RecurrencePreview {
  dates: RecurringDate[];
  /** Dates that have passed already, by the company's today: their invoices are made at once. */
  missed: number;
}

export interface RecurringInvoiceSummaryDto {
  id: string;
  name: string;
  customer: { id: string; name: string };
  rule: RecurrenceRule;
  period: PeriodKind;
  mode: RecurringMode;
  state: RecurringState;
  pauseReason: PauseReason | null;
  nextDate: string | null;
  lastDate: string | null;
  /** How many dates have had their invoice. */
  made: number;
  /** The newest invoice of the series. */
  lastInvoice: { id: string; number: string | null; total: MoneyJson } | null;
  /** What went wrong with the next date, or with the newest invoice that still waits for something. */
  failure: RunFailure | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface RecurringRunDto {
  /** The date of the series, and the invoice's `recurringPeriod`. */
  date: string;
  step: RunStep;
  invoice: {
    id: string;
    number: string | null;
    state: string;
    total: MoneyJson;
    sentAt: string | null;
  } | null;
  failure: RunFailure | null;
  /** When it is tried again. */
  retryAt: string | null;
}

export interface RecurringInvoiceDto extends RecurringInvoiceSummaryDto {
  template: InvoiceTemplate | null;
  templateOrder: { id: string; number: string } | null;
  /** Up to five dates that come next. */
  nextDates: RecurringDate[];
  /** When a failed date is tried again. */
  retryAt: string | null;
  /** The newest invoices first, up to fifty. */
  runs: RecurringRunDto[];
}

export type { PauseReason, RecurringMode, RecurringState, RunStep } from './states';
