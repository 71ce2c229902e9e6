import type { Metadata } from 'next';
import { bankAccounts } from '@countinghouse/core/company';
import { getCustomer } from '@countinghouse/core/customers';
import { listOpenDocuments } from '@countinghouse/core/payments';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { isId } from '@countinghouse/core/platform/ids';
import { formatAmount } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ReaderProvider } from '../../../../../ui/form/reader-context';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { PaymentForm } from '../_components/payment-form';
import { noRate } from '../_components/rate-draft';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments');
  return { title: t('new') };
}

interface Start {
  document: OpenDocumentDto | undefined;
  customer: { id: string; name: string } | null;
}

/** What the address asks to pay: a document, or what a customer owes. */
async function startOf(ctx: Ctx, search: SearchParams): Promise<Start> {
  const [invoiceId, customerId] = [search['invoiceId'], search['customerId']];
  if (typeof invoiceId === 'string' && isId(invoiceId)) {
    const [document] = await listOpenDocuments(ctx, { ids: invoiceId });
    return { document, customer: document?.customer ?? null };
  }
  if (typeof customerId !== 'string') return { document: undefined, customer: null };
  const { id, name } = await orNotFound(getCustomer(ctx, customerId));
  return { document: undefined, customer: { id, name } };
}

export default async function NewPaymentPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  if (!may(ctx.actor, 'payments:write')) notFound();
  const [t, { document, customer }, accounts] = await Promise.all([
    getTranslations('payments'),
    startOf(ctx, search),
    bankAccounts(ctx),
  ]);
  const currency = document?.open.currency ?? company.tenant.currency;
  const documents = customer
    ? await listOpenDocuments(ctx, { customerId: customer.id, kind: 'invoice' })
    : [];
  const reader = readerOf(company);
  const amount = document ? formatAmount(BigInt(document.open.amount), currency, reader.numberFormat) : '';
  const all =
    document && !documents.some(({ id }) => id === document.id) ? [document, ...documents] : documents;
  return (
    <>
      <PageHeader title={t('new')} />
      <ReaderProvider reader={reader}>
        <ClientMessages areas={['payments', 'lines', 'errors.codes.invalid']}>
          <PaymentForm
            tenant={tenant}
            companyCurrency={company.tenant.currency}
            documents={all}
            accounts={accounts.map(({ id, name, currency }) => ({ id, name, currency }))}
            initial={{
              customerId: customer?.id ?? null,
              customerName: customer?.name ?? '',
              currency,
              amount,
              day: localDate(ctx.clock(), company.tenant.timeZone),
              method: 'bank_transfer',
              reference: '',
              notes: '',
              bankAccountId: accounts.find((each) => each.currency === currency)?.id ?? null,
              ...noRate,
              amounts: document ? { [document.id]: amount } : {},
            }}
          />
        </ClientMessages>
      </ReaderProvider>
    </>
  );
}
