import { z } from 'zod';
import { invoiceKinds, invoiceStates, paymentStates } from '@countinghouse/core/invoices/states';
import type {
  AllocationDto,
  BulkInvoiceResult,
  InvoiceDto,
  InvoiceSummaryDto,
  IssueProblem,
  RelatedInvoice,
} from '@countinghouse/core/invoices/schemas';
import { PlainDate } from '@countinghouse/core/platform/time';
import { Instant, Money, RecordId, Version } from '../schemas';

/** Why one of many was left as it is. */
export const refusal = {
  message: z.string(),
  code: z.string(),
  reason: z.string().nullable().meta({ description: 'What exactly, where the code covers several cases.' }),
};

const decimal = (description: string, example: string) => z.string().meta({ description, example });
const TaxCode = z
  .string()
  .meta({ description: 'Category of EN 16931: S, Z, E, AE, K, G or O.', example: 'S' });
const Rate = decimal('Tax rate in per cent.', '20');
const Kind = z.enum(invoiceKinds);
const State = z.enum(invoiceStates);
const Number = z.string().nullable().meta({ description: 'Null on drafts.', example: 'INV-2026-00418' });
const Day = PlainDate.nullable();

const summary = {
  id: RecordId,
  kind: Kind,
  state: State,
  number: Number,
  customer: z.strictObject({ id: RecordId, name: z.string() }).nullable(),
  issueDate: Day,
  dueDate: Day,
  overdue: z.boolean().meta({ description: 'Late on the company’s today.' }),
  paymentState: z
    .enum(paymentStates)
    .nullable()
    .meta({ description: 'Follows from what has been allocated; of a credit note, how far it is used up.' }),
  net: Money,
  tax: Money,
  total: Money,
  payable: Money.meta({ description: 'The total, rounded to cash where the company does so.' }),
  open: Money.meta({ description: 'What is left to be paid; of a credit note, what is left to be used.' }),
  sentAt: Instant.nullable(),
  viewedAt: Instant.nullable(),
  tags: z.array(z.string()),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
};

/** An invoice, deposit invoice or credit note as lists show it. */
export const InvoiceSummary = z
  .strictObject(summary)
  .meta({ id: 'InvoiceSummary' }) satisfies z.ZodType<InvoiceSummaryDto>;

const InvoiceItem = z
  .strictObject({
    id: RecordId,
    position: z.int(),
    kind: z.enum(['item', 'deduction']).meta({ description: '`deduction` takes off a deposit.' }),
    productId: RecordId.nullable(),
    orderId: RecordId.nullable(),
    orderItemId: RecordId.nullable(),
    originalItemId: RecordId.nullable().meta({ description: 'The line that is credited.' }),
    depositInvoiceId: RecordId.nullable(),
    sku: z.string().nullable(),
    title: z.string(),
    quantity: decimal('Negative on lines that take off.', '2.5'),
    unit: z.string().meta({ description: 'UN/ECE Recommendation 20.', example: 'C62' }),
    unitPrice: decimal('In the currency, with up to six decimals.', '12.5'),
    discountPercent: decimal('Discount of the line in per cent.', '0'),
    discount: Money,
    taxCategoryId: RecordId,
    taxCode: TaxCode,
    taxRate: Rate,
    amount: Money.meta({ description: 'After the discount; with tax where prices include it.' }),
    creditedQuantity: decimal('What of it was credited.', '0'),
  })
  .meta({ id: 'InvoiceItem' });

const Adjustment = z
  .strictObject({
    kind: z.enum(['discount', 'charge']),
    reason: z.string(),
    percent: z.string().nullable(),
    amount: Money,
    taxCategoryId: RecordId.nullable(),
  })
  .meta({ id: 'InvoiceAdjustment' });

const Related = z
  .strictObject({ id: RecordId, kind: Kind, state: State, number: Number, issueDate: Day, total: Money })
  .meta({ id: 'RelatedInvoice' }) satisfies z.ZodType<RelatedInvoice>;

const Allocation = z
  .strictObject({
    id: RecordId,
    source: z.enum(['payment', 'credit_note', 'write_off']),
    paymentId: RecordId.nullable(),
    creditNoteId: RecordId.nullable(),
    document: z.strictObject({ id: RecordId, number: z.string() }).nullable().meta({
      description: 'The credit note that was used, or the invoice that this credit note was used for.',
    }),
    amount: Money,
    exchangeDifference: Money.meta({
      description: "Gain, or loss where negative, in the company's currency.",
    }),
    reason: z.string(),
    day: PlainDate,
    takenBack: z.boolean(),
  })
  .meta({ id: 'Allocation' }) satisfies z.ZodType<AllocationDto>;

const ExchangeRate = z
  .strictObject({
    rate: decimal('Units of `currency` for one unit of the document’s.', '0.86'),
    date: PlainDate,
    source: z.string(),
    currency: z.string(),
    tax: Money.nullable(),
  })
  .nullable();

/** An invoice, deposit invoice or credit note with its lines. */
export const Invoice = z
  .strictObject({
    ...summary,
    language: z.string(),
    paymentTermsDays: z.int(),
    deliveryFrom: Day,
    deliveryTo: Day,
    buyerReference: z.string().nullable(),
    orderReference: z.string().nullable().meta({ description: 'The buyer’s number of the order.' }),
    intro: z.string(),
    outro: z.string(),
    notes: z.string().meta({ description: 'Never printed.' }),
    pricesIncludeTax: z.boolean(),
    taxRounding: z.enum(['group', 'line']),
    rounding: Money,
    exchangeRate: ExchangeRate,
    itemsTotal: Money,
    adjustments: z.array(Adjustment),
    taxGroups: z.array(z.strictObject({ taxCode: TaxCode, taxRate: Rate, base: Money, tax: Money })),
    items: z.array(InvoiceItem),
    orders: z.array(z.strictObject({ id: RecordId, number: z.string() })),
    original: Related.nullable().meta({ description: 'The invoice that a credit note credits.' }),
    creditNotes: z.array(Related),
    deposits: z.array(Related).meta({ description: 'Deposit invoices that this one deducts.' }),
    deductedBy: Related.nullable(),
    allocations: z.array(Allocation),
    documentId: RecordId.nullable().meta({ description: 'The frozen document; null on drafts.' }),
    remindersPaused: z.boolean(),
    issuedAt: Instant.nullable(),
    voidedAt: Instant.nullable(),
    voidReason: z.string().nullable(),
  })
  .meta({ id: 'Invoice' }) satisfies z.ZodType<InvoiceDto>;

export const IssueProblems = z
  .strictObject({
    problems: z.array(
      z
        .strictObject({
          level: z.enum(['error', 'warning']),
          code: z.string(),
          path: z.string().meta({ example: 'buyer.address.country' }),
          message: z.string(),
        })
        .meta({ id: 'IssueProblem' }) satisfies z.ZodType<IssueProblem>,
    ),
  })
  .meta({ id: 'IssueProblems' });

export const InvoicesMade = z
  .strictObject({
    created: z.array(z.strictObject({ id: RecordId, number: Number, orderIds: z.array(RecordId) })),
    refused: z
      .array(z.strictObject({ orderId: RecordId, ...refusal }))
      .meta({ description: 'Orders that were left as they are, and why.' }),
  })
  .meta({ id: 'InvoicesMade' }) satisfies z.ZodType<BulkInvoiceResult>;
