import { z } from 'zod';
import { invoiceKinds } from '@countinghouse/core/invoices/states';
import {
  matchConfidences,
  matchReasons,
  paymentDirections,
  paymentMethods,
} from '@countinghouse/core/payments/states';
import type {
  ConfirmSureDto,
  CustomerAccountDto,
  CustomerStatementDto,
  OpenDocumentDto,
  PaymentDetailDto,
  PaymentDto,
  TransactionProposalsDto,
} from '@countinghouse/core/payments/schemas';
import { Instant, Money, RecordId, Version } from '../schemas';

const Day = z.iso.date().meta({ description: 'A date of the company.', example: '2026-11-21' });
const Party = z.strictObject({ id: RecordId, name: z.string() }).nullable();

const ExchangeRate = z
  .strictObject({ rate: z.string(), date: Day, source: z.string(), currency: z.string() })
  .nullable();

const payment = {
  id: RecordId,
  version: Version,
  direction: z.enum(paymentDirections).meta({ description: '`in`: received; `out`: given back.' }),
  state: z.enum(['booked', 'voided']),
  customer: Party,
  day: Day,
  method: z.enum(paymentMethods),
  reference: z.string(),
  notes: z.string(),
  amount: Money,
  allocated: Money.meta({ description: 'What settles documents.' }),
  refunded: Money.meta({ description: 'What was given back of it.' }),
  credit: Money.meta({ description: 'What is left.' }),
  exchangeRate: ExchangeRate.meta({
    description: "Units of the company's currency for one of the payment's; null in the own one.",
  }),
  bankAccountId: RecordId.nullable(),
  bankTransactionId: RecordId.nullable(),
  refundOfId: RecordId.nullable(),
  voidedAt: Instant.nullable(),
  voidReason: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
};

export const Payment = z.strictObject(payment).meta({ id: 'Payment' }) satisfies z.ZodType<PaymentDto>;

const PaymentAllocation = z
  .strictObject({
    id: RecordId,
    invoice: z.strictObject({ id: RecordId, number: z.string(), kind: z.enum(invoiceKinds) }),
    amount: Money.meta({ description: "In the document's currency; negative where it takes one back." }),
    paymentAmount: Money,
    exchangeDifference: Money.meta({
      description: "Gain, or loss where negative, in the company's currency.",
    }),
    reason: z.string(),
    day: Day,
    takenBack: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: 'PaymentAllocation' });

export const PaymentDetail = z
  .strictObject({
    ...payment,
    allocations: z.array(PaymentAllocation),
    refunds: z.array(z.strictObject({ id: RecordId, day: Day, amount: Money })),
  })
  .meta({ id: 'PaymentDetail' }) satisfies z.ZodType<PaymentDetailDto>;

const OpenDocument = z
  .strictObject({
    id: RecordId,
    kind: z.enum(invoiceKinds),
    number: z.string(),
    customer: Party,
    issueDate: Day,
    dueDate: Day.nullable(),
    payable: Money,
    open: Money,
    exchangeRate: ExchangeRate.meta({
      description:
        "Units of `currency` for one of the document's, as it was frozen; null where there is none.",
    }),
  })
  .meta({ id: 'OpenDocument' }) satisfies z.ZodType<OpenDocumentDto>;

export const OpenDocuments = z.strictObject({ data: z.array(OpenDocument) }).meta({ id: 'OpenDocuments' });

const Proposal = z
  .strictObject({
    confidence: z.enum(matchConfidences),
    reasons: z.array(z.enum(matchReasons)),
    customer: Party,
    allocations: z.array(z.strictObject({ document: OpenDocument, amount: Money })),
    credits: z.array(z.strictObject({ document: OpenDocument, invoiceId: RecordId, amount: Money })),
    rest: Money.meta({ description: 'What stays as credit of the customer.' }),
  })
  .meta({ id: 'MatchProposal' });

export const TransactionProposals = z
  .strictObject({ transactionId: RecordId, proposals: z.array(Proposal) })
  .meta({ id: 'TransactionProposals' }) satisfies z.ZodType<TransactionProposalsDto>;

export const ConfirmedMatches = z
  .strictObject({
    confirmed: z.array(z.strictObject({ transactionId: RecordId, paymentId: RecordId })),
    left: z.array(RecordId),
  })
  .meta({ id: 'ConfirmedMatches' }) satisfies z.ZodType<ConfirmSureDto>;

const Balance = z
  .strictObject({ currency: z.string(), open: Money, overdue: Money, credit: Money, balance: Money })
  .meta({ id: 'AccountBalance' });

export const CustomerAccount = z
  .strictObject({
    balances: z.array(Balance),
    openDocuments: z.array(OpenDocument),
    credits: z.array(Payment),
  })
  .meta({ id: 'CustomerAccount' }) satisfies z.ZodType<CustomerAccountDto>;

const StatementEntry = z
  .strictObject({
    date: Day,
    kind: z.enum(['invoice', 'deposit', 'credit_note', 'payment', 'refund', 'write_off']),
    number: z.string(),
    id: RecordId,
    dueDate: Day.nullable(),
    amount: Money.meta({ description: 'What it adds to the debt; payments and credits are negative.' }),
    balance: Money,
    open: Money,
  })
  .meta({ id: 'StatementEntry' });

export const CustomerStatement = z
  .strictObject({
    customer: z.strictObject({ id: RecordId, name: z.string() }),
    currency: z.string(),
    from: Day,
    to: Day,
    opening: Money,
    entries: z.array(StatementEntry),
    closing: Money,
    currencies: z.array(z.string()).meta({ description: 'Other currencies of the account.' }),
  })
  .meta({ id: 'CustomerStatement' }) satisfies z.ZodType<CustomerStatementDto>;

export const WrittenStatement = z
  .strictObject({ documentId: RecordId })
  .meta({ id: 'WrittenStatement', description: 'Read or download it as a document.' });
