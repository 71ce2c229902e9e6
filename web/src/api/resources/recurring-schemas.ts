import { z } from 'zod';
import { faultCodes } from '@countinghouse/core/platform/errors';
import { languages, PlainDate } from '@countinghouse/core/platform/time';
import {
  type RecurrencePreview as Preview,
  type RecurringInvoiceSummaryDto,
} from '@countinghouse/core/recurring-invoices/schemas';
import { periodKinds, recurringModes, recurringStates } from '@countinghouse/core/recurring-invoices/states';
import { Instant, Money, RecordId, Version } from '../schemas';

const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7]).meta({ description: 'From Monday (1) to Sunday (7).' });
const MonthDay = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('day'), day: z.int() }),
    z.strictObject({ kind: z.literal('last-day') }),
    z.strictObject({ kind: z.literal('weekday'), nth: z.literal([1, 2, 3, 4, 5]), weekday: Weekday }),
  ])
  .meta({ description: 'A day that a month lacks is its last one; `nth` 5 is the last one of its weekday.' });
const span = {
  start: PlainDate,
  end: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('on'), date: PlainDate }),
    z.strictObject({ kind: z.literal('after'), count: z.int() }),
  ]),
};
const Rule = z
  .discriminatedUnion('frequency', [
    z.strictObject({ frequency: z.literal('weekly'), every: z.int(), weekday: Weekday, ...span }),
    z.strictObject({ frequency: z.literal('monthly'), every: z.int(), on: MonthDay, ...span }),
    z.strictObject({ frequency: z.literal('quarterly'), on: MonthDay, ...span }),
    z.strictObject({ frequency: z.literal('yearly'), every: z.int(), on: MonthDay, ...span }),
  ])
  .meta({ id: 'RecurrenceRule' });

const text = z.string().optional();
const maybe = z.string().nullable().optional();
const Template = z
  .strictObject({
    currency: text,
    language: z.enum(languages).optional(),
    pricesIncludeTax: z.boolean().optional(),
    paymentTermsDays: z.int().optional(),
    items: z.array(
      z.strictObject({
        id: RecordId.optional(),
        productId: RecordId.nullable().optional(),
        sku: maybe,
        title: text,
        quantity: z.string(),
        unit: text,
        unitPrice: text.meta({ description: 'The price of the product at the time, where absent.' }),
        discountPercent: text,
        discountAmount: text,
        taxCategoryId: RecordId.optional(),
      }),
    ),
    adjustments: z
      .array(
        z.strictObject({
          kind: z.enum(['discount', 'charge']),
          reason: z.string(),
          percent: text,
          amount: text,
          taxCategoryId: RecordId.optional(),
        }),
      )
      .optional(),
    buyerReference: maybe,
    orderReference: maybe,
    intro: text,
    outro: text,
    notes: text,
    tags: z.array(z.string()).optional(),
    exchangeRate: maybe,
    exchangeRateSource: maybe,
  })
  .meta({
    id: 'InvoiceTemplate',
    description:
      'What each invoice says; `{month}`, `{year}`, `{from}` and `{to}` in texts stand for its period.',
  });

const Failure = z
  .strictObject({
    code: z.string(),
    reason: z.string().nullable(),
    message: z.string(),
    faults: z.array(
      z.strictObject({
        path: z.string(),
        code: z.enum(faultCodes as [(typeof faultCodes)[number], ...(typeof faultCodes)[number][]]),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'RunFailure', description: 'Why something did not work. It is tried again by itself.' });

const Named = z.strictObject({ id: RecordId, name: z.string() });
const Dated = z.strictObject({
  date: PlainDate,
  period: z.strictObject({ from: PlainDate, to: PlainDate }).nullable(),
});

const summary = {
  id: RecordId,
  name: z.string(),
  customer: Named,
  rule: Rule,
  period: z.enum(periodKinds),
  mode: z.enum(recurringModes),
  state: z.enum(recurringStates),
  pauseReason: z.enum(['by_hand', 'catch_up']).nullable(),
  nextDate: PlainDate.nullable(),
  lastDate: PlainDate.nullable(),
  made: z.int().meta({ description: 'How many dates have had their invoice.' }),
  lastInvoice: z.strictObject({ id: RecordId, number: z.string().nullable(), total: Money }).nullable(),
  failure: Failure.nullable(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
};

export const RecurringInvoiceSummary = z
  .strictObject(summary)
  .meta({ id: 'RecurringInvoiceSummary' }) satisfies z.ZodType<RecurringInvoiceSummaryDto>;

export const RecurringInvoice = z
  .strictObject({
    ...summary,
    template: Template.nullable(),
    templateOrder: z.strictObject({ id: RecordId, number: z.string() }).nullable(),
    nextDates: z.array(Dated),
    retryAt: Instant.nullable(),
    runs: z.array(
      z.strictObject({
        date: PlainDate,
        step: z.enum(['issue', 'send', 'done']).meta({ description: 'What is still to be done.' }),
        invoice: z
          .strictObject({
            id: RecordId,
            number: z.string().nullable(),
            state: z.string(),
            total: Money,
            sentAt: Instant.nullable(),
          })
          .nullable(),
        failure: Failure.nullable(),
        retryAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'RecurringInvoice' });

export const RecurrencePreview = z
  .strictObject({ dates: z.array(Dated), missed: z.int() })
  .meta({ id: 'RecurrencePreview' }) satisfies z.ZodType<Preview>;
