import { z } from 'zod';
import { says } from '../platform/errors';
import {
  ChoiceList,
  IdList,
  Line,
  listFields,
  OptionalLine,
  Paragraphs,
  SearchText,
  Tag,
  Tags,
} from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode, DecimalText, MinorText, PercentText, type MoneyJson } from '../platform/money';
import { LanguageCode, PlainDate } from '../platform/time';
import { AdjustmentInput, MAX_ITEMS, type AdjustmentDto } from '../orders/schemas';
import {
  invoiceKinds,
  invoiceStates,
  paymentStates,
  type InvoiceKind,
  type InvoiceState,
  type PaymentState,
} from './states';

const Quantity = DecimalText({ maxScale: 6, allowNegative: true, allowZero: false });

/** A line that is typed; lines that stem from orders, deposits or invoices come by their own verbs. */
export const InvoiceItemInput = z
  .strictObject({
    /** A line that is on the draft already; it keeps where it comes from. */
    id: Id.optional(),
    productId: Id.nullish(),
    sku: Line(80).nullish(),
    title: Line(500).optional(),
    quantity: Quantity,
    unit: Line(10).optional(),
    unitPrice: DecimalText({ maxScale: 6, allowNegative: true }).optional(),
    discountPercent: PercentText.optional(),
    discountAmount: MinorText.optional(),
    taxCategoryId: Id.optional(),
  })
  .refine((item) => item.id || item.productId || item.title, {
    path: ['title'],
    error: says('product-or-text'),
  })
  .refine((item) => item.id || item.productId || item.unitPrice, {
    path: ['unitPrice'],
    error: says('product-or-text'),
  })
  .refine((item) => !item.discountPercent || !item.discountAmount, {
    path: ['discountAmount'],
    error: says('discount-twice'),
  });

const facts = {
  customerId: Id.nullable(),
  language: LanguageCode,
  /** The day it is issued on where it is not today; never after today. */
  issueDate: PlainDate.nullable(),
  /** Wins over the terms. */
  dueDate: PlainDate.nullable(),
  paymentTermsDays: z.number().int().min(0).max(365),
  deliveryFrom: PlainDate.nullable(),
  deliveryTo: PlainDate.nullable(),
  buyerReference: OptionalLine(120),
  orderReference: OptionalLine(120),
  intro: Paragraphs(2_000),
  outro: Paragraphs(2_000),
  notes: Paragraphs(5_000),
  tags: Tags,
  /** Units of the tax currency for one unit of the document's; needed where the two differ. */
  exchangeRate: DecimalText({ maxScale: 10, maxIntegerDigits: 10, allowZero: false }).nullable(),
  exchangeRateDate: PlainDate.nullable(),
  exchangeRateSource: OptionalLine(80),
};

const priced = {
  currency: CurrencyCode,
  pricesIncludeTax: z.boolean(),
  items: z.array(InvoiceItemInput).min(1, says('lines-needed')).max(MAX_ITEMS),
  adjustments: z.array(AdjustmentInput).max(20),
};

const partial = z.strictObject({ ...facts, ...priced }).partial();

/** A free invoice, or a credit note that stands alone (as for goods sold before this system). */
export const CreateInvoiceInput = partial
  .extend({ kind: z.enum(['invoice', 'credit_note']).default('invoice'), items: priced.items })
  .strict();
export type CreateInvoiceInput = z.input<typeof CreateInvoiceInput>;

/** Only what is given changes, and only on drafts; items, where given, are the whole new list. */
export const UpdateInvoiceInput = partial;
export type UpdateInvoiceInput = z.input<typeof UpdateInvoiceInput>;

/** What may change on an issued invoice: facts beside the document. */
export const AnnotateInvoiceInput = z
  .strictObject({ notes: facts.notes, tags: facts.tags, remindersPaused: z.boolean() })
  .partial();
export type AnnotateInvoiceInput = z.input<typeof AnnotateInvoiceInput>;

/** What of orders is invoiced. */
export const OrderSelection = z.discriminatedUnion('mode', [
  /** Everything that is left. */
  z.strictObject({ mode: z.literal('all') }),
  /** What has been delivered and not yet invoiced. */
  z.strictObject({ mode: z.literal('fulfilled') }),
  z.strictObject({
    mode: z.literal('percent'),
    percent: PercentText.refine((text) => text !== '0', says('not-zero')),
  }),
  z.strictObject({
    mode: z.literal('items'),
    items: z
      .array(z.strictObject({ orderItemId: Id, quantity: Quantity }))
      .min(1)
      .max(MAX_ITEMS),
  }),
]);
export type OrderSelection = z.input<typeof OrderSelection>;

/** One invoice out of one or more orders of one customer and currency; of returns, a credit note. */
export const InvoiceOrdersInput = z.strictObject({
  orderIds: z.array(Id).min(1).max(200),
  select: OrderSelection.default({ mode: 'all' }),
  /** Takes off the deposits that were invoiced; by default when nothing is left to invoice afterwards. */
  deductDeposits: z.boolean().optional(),
});
export type InvoiceOrdersInput = z.input<typeof InvoiceOrdersInput>;

/** A part of an order's total, asked for before it is delivered. */
export const DepositInput = z
  .strictObject({ orderId: Id, percent: PercentText.optional(), amount: MinorText.optional() })
  .refine((each) => Boolean(each.percent) !== Boolean(each.amount), {
    path: ['amount'],
    error: says('percent-or-amount'),
  });
export type DepositInput = z.input<typeof DepositInput>;

/** All of an issued invoice, or quantities of its lines. */
export const CreditInput = z.strictObject({
  invoiceId: Id,
  items: z
    .array(z.strictObject({ itemId: Id, quantity: Quantity }))
    .min(1)
    .optional(),
  reason: Paragraphs(2_000).default(''),
});
export type CreditInput = z.input<typeof CreditInput>;

export const VoidInvoiceInput = z.strictObject({
  reason: Paragraphs(500).refine((text) => text !== '', says('needed')),
});
export type VoidInvoiceInput = z.input<typeof VoidInvoiceInput>;

/** Invoices for many orders at once: one for each, or one for each customer and currency. */
export const BulkInvoiceInput = z.strictObject({
  orderIds: z.array(Id).min(1).max(2_000),
  together: z.enum(['order', 'customer']).default('order'),
  issue: z.boolean().default(false),
});
export type BulkInvoiceInput = z.input<typeof BulkInvoiceInput>;

/** Drafts to issue or delete, issued ones to tag. */
export const BulkInvoicesInput = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['issue', 'delete']), ids: z.array(Id).min(1).max(1_000) }),
  z.strictObject({ action: z.enum(['add-tag', 'remove-tag']), tag: Tag, ids: z.array(Id).min(1).max(1_000) }),
]);
export type BulkInvoicesInput = z.input<typeof BulkInvoicesInput>;

export const invoiceSorts = [
  '-issueDate',
  'issueDate',
  '-number',
  'number',
  '-total',
  'total',
  'dueDate',
  '-dueDate',
] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

/** Filters of the list, as they stand in a URL. The export takes the same. */
export const InvoiceFilters = z.strictObject({
  q: SearchText.optional(),
  kind: ChoiceList(invoiceKinds).optional(),
  state: ChoiceList(invoiceStates).optional(),
  paymentState: ChoiceList(paymentStates).optional(),
  /** Late on the company's today. */
  overdue: z.enum(['true']).optional(),
  customerId: Id.optional(),
  orderId: Id.optional(),
  originalInvoiceId: Id.optional(),
  currency: CurrencyCode.optional(),
  tag: Tag.optional(),
  issuedFrom: PlainDate.optional(),
  issuedTo: PlainDate.optional(),
  dueFrom: PlainDate.optional(),
  dueTo: PlainDate.optional(),
  ids: IdList.optional(),
});
export type InvoiceFilters = z.output<typeof InvoiceFilters>;

export const ListInvoicesInput = InvoiceFilters.extend({
  ...listFields,
  sort: z.enum(invoiceSorts).default('-issueDate'),
});
export type ListInvoicesInput = z.input<typeof ListInvoicesInput>;

/** Dates are the company's; `issueDate` and `number` are null on drafts that were given none. */
export interface InvoiceSummaryDto {
  id: string;
  kind: InvoiceKind;
  state: InvoiceState;
  number: string | null;
  customer: { id: string; name: string } | null;
  issueDate: string | null;
  dueDate: string | null;
  /** Late on the company's today. */
  overdue: boolean;
  paymentState: PaymentState | null;
  net: MoneyJson;
  tax: MoneyJson;
  total: MoneyJson;
  /** What is to be paid: the total, rounded to cash where the company does so. */
  payable: MoneyJson;
  /** What is left to be paid; of a credit note, what has not been used up. */
  open: MoneyJson;
  sentAt: string | null;
  viewedAt: string | null;
  tags: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface InvoiceItemDto {
  id: string;
  position: number;
  kind: 'item' | 'deduction';
  productId: string | null;
  orderId: string | null;
  orderItemId: string | null;
  originalItemId: string | null;
  depositInvoiceId: string | null;
  sku: string | null;
  title: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  discount: MoneyJson;
  taxCategoryId: string;
  taxCode: string;
  taxRate: string;
  amount: MoneyJson;
  creditedQuantity: string;
}

/** A document that belongs to this one: a deposit that it deducts, a credit note of it, what it credits. */
export interface RelatedInvoice {
  id: string;
  kind: InvoiceKind;
  state: InvoiceState;
  number: string | null;
  issueDate: string | null;
  total: MoneyJson;
}

export interface AllocationDto {
  id: string;
  source: 'payment' | 'credit_note' | 'write_off';
  paymentId: string | null;
  creditNoteId: string | null;
  /** The document on the other side: the credit note that was used, or the invoice that this one was used for. */
  document: { id: string; number: string } | null;
  amount: MoneyJson;
  /** Gain (loss: negative) by exchange rates, in the company's currency. */
  exchangeDifference: MoneyJson;
  reason: string;
  day: string;
  /** Nothing of it is left: it was taken back, or takes back. */
  takenBack: boolean;
}

export interface InvoiceDto extends InvoiceSummaryDto {
  language: string;
  paymentTermsDays: number;
  deliveryFrom: string | null;
  deliveryTo: string | null;
  buyerReference: string | null;
  orderReference: string | null;
  intro: string;
  outro: string;
  notes: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  rounding: MoneyJson;
  exchangeRate: {
    rate: string;
    date: string;
    source: string;
    currency: string;
    tax: MoneyJson | null;
  } | null;
  itemsTotal: MoneyJson;
  adjustments: AdjustmentDto[];
  taxGroups: { taxCode: string; taxRate: string; base: MoneyJson; tax: MoneyJson }[];
  items: InvoiceItemDto[];
  orders: { id: string; number: string }[];
  original: RelatedInvoice | null;
  creditNotes: RelatedInvoice[];
  deposits: RelatedInvoice[];
  deductedBy: RelatedInvoice | null;
  allocations: AllocationDto[];
  documentId: string | null;
  remindersPaused: boolean;
  issuedAt: string | null;
  voidedAt: string | null;
  voidReason: string | null;
}

/** Something that keeps a draft from being issued, or from being a valid e-invoice. */
export interface IssueProblem {
  /** Refused, or only told. */
  level: 'error' | 'warning';
  /** Closed list; texts in each language under `documents.problems`. */
  code: string;
  /** The field it is about, such as `customer.billingAddress.country` or `company.vatId`. */
  path: string;
  /** English, plain, safe to show. */
  message: string;
}

/** Why one of many was left as it is. Faces translate it by reason and code, as they do errors. */
export interface Refusal {
  /** English, plain, safe to show. */
  message: string;
  code: string;
  reason: string | null;
}

export interface BulkInvoiceResult {
  /** Invoices and credit notes that were made. */
  created: { id: string; number: string | null; orderIds: string[] }[];
  /** Orders that were left as they are, and why. */
  refused: ({ orderId: string } & Refusal)[];
}

export type { InvoiceKind, InvoiceState, PaymentState } from './states';
