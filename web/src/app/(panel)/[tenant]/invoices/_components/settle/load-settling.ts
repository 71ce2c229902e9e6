import { bankAccounts } from '@countinghouse/core/company';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { listOpenDocuments, listPayments } from '@countinghouse/core/payments';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import type { MoneyJson } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import type { Company } from '../../../../../../server/session';

/** A payment of the customer that is not used up. */
interface PaymentCredit {
  id: string;
  version: number;
  day: string;
  credit: MoneyJson;
}

/** What an issued document can still be settled with, for whoever may do that. */
export interface Settling {
  invoice: { id: string; number: string; customerId: string | null; open: MoneyJson };
  companyCurrency: string;
  today: string;
  /** For an invoice, credit notes that are not used up; for a credit note, invoices that are open. */
  documents: readonly OpenDocumentDto[];
  payments: readonly PaymentCredit[];
  accounts: readonly { id: string; name: string; currency: string }[];
}

async function paymentsOf({ ctx }: Company, customerId: string, currency: string): Promise<PaymentCredit[]> {
  const { rows } = await listPayments(ctx, {
    customerId,
    currency,
    direction: 'in',
    state: 'booked',
    unallocated: 'true',
    sort: 'day',
  });
  return rows.map(({ id, version, day, credit }) => ({ id, version, day, credit }));
}

/** Null where nothing of the document is open, or the reader may not change that. */
export async function loadSettling(company: Company, invoice: InvoiceDto): Promise<Settling | null> {
  const { ctx, tenant } = company;
  const { id, kind, state, number, customer, open } = invoice;
  if (state !== 'issued' || open.amount === '0' || open.amount.startsWith('-')) return null;
  if (!may(ctx.actor, 'payments:write')) return null;
  const isCredit = kind === 'credit_note';
  const customerId = customer?.id ?? null;
  const { currency } = open;
  const [documents, payments, accounts] = await Promise.all([
    customerId
      ? listOpenDocuments(ctx, { customerId, currency, kind: isCredit ? 'invoice' : 'credit_note' })
      : [],
    customerId && !isCredit ? paymentsOf(company, customerId, currency) : [],
    isCredit ? bankAccounts(ctx) : [],
  ]);
  return {
    invoice: { id, number: number ?? '', customerId, open },
    companyCurrency: tenant.currency,
    today: localDate(ctx.clock(), tenant.timeZone),
    documents,
    payments,
    accounts: accounts.map(({ id, name, currency }) => ({ id, name, currency })),
  };
}
