import { z } from 'zod';
import type { InvoiceKind } from '../invoices/states';
import { says } from '../platform/errors';
import { IdList, Line, listFields, Paragraphs, SearchText } from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode, DecimalText, MinorText, type MoneyJson } from '../platform/money';
import { PlainDate } from '../platform/time';
import {
  paymentDirections,
  paymentMethods,
  writeOffKinds,
  type MatchConfidence,
  type MatchReason,
  type PaymentDirection,
  type PaymentMethod,
} from './states';

/** Minor units above zero. */
const Positive = MinorText.refine((text) => !text.startsWith('-') && text !== '0', says('not-zero'));

/** What of a payment settles a document. */
export const AllocationInput = z.strictObject({
  invoiceId: Id,
  /** In the document's currency. */
  amount: Positive,
  /** In the payment's currency; needed where that is another one. */
  paymentAmount: Positive.optional(),
});

/** A credit note that settles an invoice of the same customer and currency. */
export const ApplyCreditInput = z.strictObject({ creditNoteId: Id, invoiceId: Id, amount: Positive });
export type ApplyCreditInput = z.input<typeof ApplyCreditInput>;

/** Several at once: all of them, or none. */
export const ApplyCreditsInput = z.strictObject({ credits: z.array(ApplyCreditInput).min(1).max(100) });
export type ApplyCreditsInput = z.input<typeof ApplyCreditsInput>;

/** A difference that is let go: a fee of the bank, a cash discount, too little paid. */
export const WriteOffInput = z.strictObject({
  invoiceId: Id,
  amount: Positive,
  kind: z.enum(writeOffKinds),
  note: Line(300).default(''),
});

const rate = {
  /** Units of the company's currency for one unit of the payment's. */
  exchangeRate: DecimalText({ maxScale: 10, maxIntegerDigits: 10, allowZero: false }).optional(),
  exchangeRateDate: PlainDate.optional(),
  exchangeRateSource: Line(80).optional(),
};

const settling = {
  allocations: z.array(AllocationInput).max(500).default([]),
  credits: z.array(ApplyCreditInput).max(100).default([]),
  writeOffs: z.array(WriteOffInput).max(100).default([]),
};

/** Money that came. What is not allocated stays as the customer's credit. */
export const RecordPaymentInput = z.strictObject({
  customerId: Id.nullish(),
  currency: CurrencyCode,
  amount: Positive,
  /** The company's today where it is not given. */
  day: PlainDate.optional(),
  method: z.enum(paymentMethods).default('bank_transfer'),
  reference: Line(200).default(''),
  notes: Paragraphs(2_000).default(''),
  bankAccountId: Id.nullish(),
  ...rate,
  ...settling,
});
export type RecordPaymentInput = z.input<typeof RecordPaymentInput>;

/** Uses more of a payment. */
export const AllocatePaymentInput = z.strictObject({
  ...settling,
  allocations: z.array(AllocationInput).min(1).max(500),
});
export type AllocatePaymentInput = z.input<typeof AllocatePaymentInput>;

export type WriteOffInput = z.input<typeof WriteOffInput>;

const Reason = Paragraphs(500).refine((text) => text !== '', says('needed'));

export const VoidPaymentInput = z.strictObject({ reason: Reason });
export type VoidPaymentInput = z.input<typeof VoidPaymentInput>;

export const TakeBackInput = z.strictObject({ reason: Paragraphs(500).default('') });
export type TakeBackInput = z.input<typeof TakeBackInput>;

/** Money given back: what is left of a credit note, or of a payment. */
export const RefundInput = z
  .strictObject({
    creditNoteId: Id.optional(),
    paymentId: Id.optional(),
    amount: Positive,
    day: PlainDate.optional(),
    method: z.enum(paymentMethods).default('bank_transfer'),
    reference: Line(200).default(''),
    notes: Paragraphs(2_000).default(''),
    bankAccountId: Id.nullish(),
    ...rate,
  })
  .refine((input) => Boolean(input.creditNoteId) !== Boolean(input.paymentId), {
    path: ['creditNoteId'],
    error: says('needed'),
  });
export type RefundInput = z.input<typeof RefundInput>;

/** Makes a movement of the bank a payment. */
export const ConfirmTransactionInput = z.strictObject({
  customerId: Id.nullish(),
  notes: Paragraphs(2_000).default(''),
  ...rate,
  ...settling,
  /** For money that went: what it gives back. */
  refund: z.strictObject({ creditNoteId: Id.optional(), paymentId: Id.optional() }).optional(),
});
export type ConfirmTransactionInput = z.input<typeof ConfirmTransactionInput>;

export const ConfirmSureInput = z.strictObject({ ids: z.array(Id).min(1).max(200) });
export type ConfirmSureInput = z.input<typeof ConfirmSureInput>;

export const PaymentFilters = z.strictObject({
  q: SearchText.optional(),
  direction: z.enum(paymentDirections).optional(),
  method: z.enum(paymentMethods).optional(),
  state: z.enum(['booked', 'voided']).optional(),
  /** Something of it is left as credit. */
  unallocated: z.enum(['true']).optional(),
  customerId: Id.optional(),
  invoiceId: Id.optional(),
  bankAccountId: Id.optional(),
  currency: CurrencyCode.optional(),
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  ids: IdList.optional(),
});
export type PaymentFilters = z.output<typeof PaymentFilters>;

export const paymentSorts = ['-day', 'day', '-amount', 'amount'] as const;
export type PaymentSort = (typeof paymentSorts)[number];

export const ListPaymentsInput = PaymentFilters.extend({
  ...listFields,
  sort: z.enum(paymentSorts).default('-day'),
});
export type ListPaymentsInput = z.input<typeof ListPaymentsInput>;

/** Documents to choose from. */
export const OpenItemsInput = z.strictObject({
  customerId: Id.optional(),
  currency: CurrencyCode.optional(),
  q: SearchText.optional(),
  ids: IdList.optional(),
  kind: z.enum(['invoice', 'credit_note']).optional(),
});
export type OpenItemsInput = z.input<typeof OpenItemsInput>;

export interface PaymentDto {
  id: string;
  version: number;
  direction: PaymentDirection;
  state: 'booked' | 'voided';
  customer: { id: string; name: string } | null;
  day: string;
  method: PaymentMethod;
  reference: string;
  notes: string;
  amount: MoneyJson;
  /** What settles documents. */
  allocated: MoneyJson;
  /** What was given back of it. */
  refunded: MoneyJson;
  /** What is left. */
  credit: MoneyJson;
  exchangeRate: { rate: string; date: string; source: string; currency: string } | null;
  bankAccountId: string | null;
  bankTransactionId: string | null;
  refundOfId: string | null;
  voidedAt: string | null;
  voidReason: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A row of what a payment settles; a negative amount takes an earlier one back. */
export interface PaymentAllocationDto {
  id: string;
  invoice: { id: string; number: string; kind: InvoiceKind };
  amount: MoneyJson;
  paymentAmount: MoneyJson;
  /** Gain (loss: negative) by exchange rates, in the company's currency. */
  exchangeDifference: MoneyJson;
  reason: string;
  day: string;
  /** Nothing of it is left: it was taken back, or takes back. */
  takenBack: boolean;
  createdAt: string;
}

export interface PaymentDetailDto extends PaymentDto {
  allocations: PaymentAllocationDto[];
  refunds: { id: string; day: string; amount: MoneyJson }[];
}

/** A document that is open: to be paid, or a credit note that is not used up. */
export interface OpenDocumentDto {
  id: string;
  kind: InvoiceKind;
  number: string;
  customer: { id: string; name: string } | null;
  issueDate: string;
  dueDate: string | null;
  payable: MoneyJson;
  open: MoneyJson;
  /** Units of `currency` for one unit of the document's, as it was frozen. */
  exchangeRate: { rate: string; date: string; source: string; currency: string } | null;
}

export interface MatchProposalDto {
  confidence: MatchConfidence;
  reasons: MatchReason[];
  customer: { id: string; name: string } | null;
  allocations: { document: OpenDocumentDto; amount: MoneyJson }[];
  /** Credit notes that settle the rest. */
  credits: { document: OpenDocumentDto; invoiceId: string; amount: MoneyJson }[];
  /** What stays as credit of the customer. */
  rest: MoneyJson;
}

export interface TransactionProposalsDto {
  transactionId: string;
  /** The best first. */
  proposals: MatchProposalDto[];
}

export interface ConfirmSureDto {
  confirmed: { transactionId: string; paymentId: string }[];
  /** Those that were no longer sure. */
  left: string[];
}

/** What a customer owes and has, in one currency. */
export interface AccountBalanceDto {
  currency: string;
  /** Of invoices. */
  open: MoneyJson;
  overdue: MoneyJson;
  /** Of payments that are not allocated, and credit notes that are not used up. */
  credit: MoneyJson;
  /** Open less credit. */
  balance: MoneyJson;
}

export interface CustomerAccountDto {
  balances: AccountBalanceDto[];
  /** The oldest first, at most 500. */
  openDocuments: OpenDocumentDto[];
  credits: PaymentDto[];
}

export const StatementInput = z.strictObject({
  from: PlainDate,
  to: PlainDate,
  currency: CurrencyCode.optional(),
});
export type StatementInput = z.input<typeof StatementInput>;

export interface StatementEntryDto {
  date: string;
  kind: 'invoice' | 'deposit' | 'credit_note' | 'payment' | 'refund' | 'write_off';
  /** Of the document or, where there is none, the reference. */
  number: string;
  /** The invoice, credit note or payment. */
  id: string;
  dueDate: string | null;
  /** What it adds to the debt; payments and credits are negative. */
  amount: MoneyJson;
  /** The debt afterwards. */
  balance: MoneyJson;
  /** What is open of a document today. */
  open: MoneyJson;
}

/** The account of a customer in one currency over a period. */
export interface CustomerStatementDto {
  customer: { id: string; name: string };
  currency: string;
  from: string;
  to: string;
  opening: MoneyJson;
  entries: StatementEntryDto[];
  closing: MoneyJson;
  /** Other currencies in which the customer has an account. */
  currencies: string[];
}
