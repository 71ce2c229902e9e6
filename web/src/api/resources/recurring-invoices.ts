import {
  createRecurringInvoice,
  endRecurringInvoice,
  getRecurringInvoice,
  listRecurringInvoices,
  pauseRecurringInvoice,
  previewRecurrence,
  resumeRecurringInvoice,
  retryRecurringInvoice,
  settleRecurringRuns,
  updateRecurringInvoice,
} from '@countinghouse/core/recurring-invoices';
import {
  CreateRecurringInvoiceInput,
  ListRecurringInvoicesInput,
  PreviewRecurrenceInput,
  ResumeRecurringInvoiceInput,
  UpdateRecurringInvoiceInput,
  type RecurringInvoiceDto,
} from '@countinghouse/core/recurring-invoices/schemas';
import { created, page, record, type Call, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { RecurrencePreview, RecurringInvoice, RecurringInvoiceSummary } from './recurring-schemas';

const tag = 'Recurring invoices';
const rule = { frequency: 'monthly', every: 1, on: { kind: 'day', day: 1 }, start: '2027-01-01' };
const now = {
  status: 200,
  description: 'The series as it is now.',
  schema: RecurringInvoice,
  headers: ['ETag'],
} as const;

interface Move {
  name: string;
  id: string;
  summary: string;
  description: string;
  run: (call: Call) => Promise<RecurringInvoiceDto>;
}

const move = ({ name, run, ...texts }: Move): Operation => ({
  method: 'post',
  path: `/recurring-invoices/{id}/${name}`,
  tag,
  ...texts,
  scope: 'invoices:write',
  ifMatch: 'optional',
  success: now,
  run: async (call) => record(await run(call)),
});

export const recurringInvoiceOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/recurring-invoices',
    id: 'listRecurringInvoices',
    tag,
    summary: 'List recurring invoices',
    description: 'Those that are due next come first. `failing=true` shows what someone should look at.',
    scope: 'invoices:read',
    query: ListRecurringInvoicesInput,
    success: {
      status: 200,
      description: 'One page of series.',
      schema: pageOf(RecurringInvoiceSummary, 'RecurringInvoicePage'),
    },
    run: async ({ ctx, query }) => page(await listRecurringInvoices(ctx, query)),
  },
  {
    method: 'post',
    path: '/recurring-invoices',
    id: 'createRecurringInvoice',
    tag,
    summary: 'Begin a series of invoices',
    description:
      'Each date of the rule gets one invoice, whatever happens; dates that have passed already get theirs at once. ' +
      'Give `template`, or `templateOrderId` to read the lines of an order each time.',
    scope: 'invoices:write',
    body: CreateRecurringInvoiceInput,
    bodyExample: {
      name: 'Hosting',
      customerId: '019a5b6c-7d8e-7f01-8234-56789abcdef0',
      rule,
      mode: 'issue_and_send',
      template: { items: [{ title: 'Hosting, {month} {year}', quantity: '1', unitPrice: '49' }] },
    },
    success: {
      status: 201,
      description: 'The new series.',
      schema: RecurringInvoice,
      headers: ['ETag', 'Location'],
    },
    run: async ({ ctx, body }) =>
      created('recurring-invoices', await createRecurringInvoice(ctx, body as CreateRecurringInvoiceInput)),
  },
  {
    method: 'post',
    path: '/recurring-invoices/preview',
    id: 'previewRecurrence',
    tag,
    summary: 'Show the dates of a rule',
    description: 'Nothing is kept. `missed` counts the dates that have passed, up to a thousand.',
    scope: 'invoices:read',
    body: PreviewRecurrenceInput,
    bodyExample: { rule, period: 'ahead', count: 5 },
    success: { status: 200, description: 'The first dates.', schema: RecurrencePreview },
    run: async ({ ctx, body }) => ({
      status: 200,
      body: await previewRecurrence(ctx, body as PreviewRecurrenceInput),
    }),
  },
  {
    method: 'get',
    path: '/recurring-invoices/{id}',
    id: 'getRecurringInvoice',
    tag,
    summary: 'Read a series with its next dates and its newest invoices',
    scope: 'invoices:read',
    success: { status: 200, description: 'The series.', schema: RecurringInvoice, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getRecurringInvoice(ctx, id)),
  },
  {
    method: 'patch',
    path: '/recurring-invoices/{id}',
    id: 'updateRecurringInvoice',
    tag,
    summary: 'Change a series',
    description:
      'Only what is given changes, for the dates to come. After a new rule the series goes on after its last date.',
    scope: 'invoices:write',
    body: UpdateRecurringInvoiceInput,
    bodyExample: { rule: { ...rule, on: { kind: 'last-day' } } },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(
        await updateRecurringInvoice(ctx, id, expectedVersion ?? 0, body as UpdateRecurringInvoiceInput),
      ),
  },
  move({
    name: 'pause',
    id: 'pauseRecurringInvoice',
    summary: 'Pause a series',
    description: 'Makes no invoices until it is resumed. A second time changes nothing.',
    run: ({ ctx, id, expectedVersion }) => pauseRecurringInvoice(ctx, id, expectedVersion),
  }),
  {
    ...move({
      name: 'resume',
      id: 'resumeRecurringInvoice',
      summary: 'Resume a series',
      description: 'Dates that passed meanwhile are left out, or made up for with `missed: "make"`.',
      run: ({ ctx, id, expectedVersion, body }) =>
        resumeRecurringInvoice(ctx, id, body ?? {}, expectedVersion),
    }),
    body: ResumeRecurringInvoiceInput,
    bodyOptional: true,
    bodyExample: { missed: 'make' },
  },
  move({
    name: 'end',
    id: 'endRecurringInvoice',
    summary: 'End a series',
    description: 'Makes no more invoices, for good. A second time changes nothing.',
    run: ({ ctx, id, expectedVersion }) => endRecurringInvoice(ctx, id, expectedVersion),
  }),
  move({
    name: 'retry',
    id: 'retryRecurringInvoice',
    summary: 'Try again what has failed',
    description: 'At once, instead of at the next turn.',
    run: ({ ctx, id, expectedVersion }) => retryRecurringInvoice(ctx, id, expectedVersion),
  }),
  move({
    name: 'settle',
    id: 'settleRecurringRuns',
    summary: 'Leave waiting invoices to people',
    description: 'Invoices that could not be issued or sent stay as they are and are not tried again.',
    run: ({ ctx, id, expectedVersion }) => settleRecurringRuns(ctx, id, expectedVersion),
  }),
];
