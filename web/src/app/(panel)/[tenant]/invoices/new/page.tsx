import type { Metadata } from 'next';
import { companyProfile } from '@countinghouse/core/company';
import { getCustomer } from '@countinghouse/core/customers';
import { getInvoice } from '@countinghouse/core/invoices';
import { isId } from '@countinghouse/core/platform/ids';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany, type Company } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { documentLanguages } from '../../_components/document-languages';
import { lineRules } from '../../_components/lines/line-rules';
import { copyOf, emptyInvoice, type InvoiceDraft } from '../_components/invoice-draft';
import { InvoiceForm } from '../_components/invoice-form';

interface PageProps {
  params: Promise<{ tenant: string }>;
  /** `kind=credit_note`, `customerId=…`, or `from=…` for a copy of an invoice. */
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invoices');
  return { title: t('new') };
}

const idIn = (value: SearchParams[string]) => (typeof value === 'string' && isId(value) ? value : undefined);

async function start(company: Company, search: SearchParams) {
  const { ctx, tenant } = company;
  const from = idIn(search['from']);
  if (from) {
    const invoice = await orNotFound(getInvoice(ctx, from));
    const rules = await lineRules(company, invoice);
    return { rules, name: `copy/${from}`, initial: copyOf(invoice, rules) };
  }
  const customerId = idIn(search['customerId']);
  const [rules, customer] = await Promise.all([
    lineRules(company),
    customerId ? orNotFound(getCustomer(ctx, customerId)) : undefined,
  ]);
  const kind: InvoiceDraft['documentKind'] = search['kind'] === 'credit_note' ? 'credit_note' : 'invoice';
  const initial = emptyInvoice({ kind, currency: tenant.currency, customer }, rules);
  return { rules, name: `new/${kind}/${customerId ?? ''}`, initial };
}

export default async function NewInvoicePage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'invoices:write')) notFound();
  const [t, { rules, name, initial }, profile] = await Promise.all([
    getTranslations('invoices'),
    start(company, search),
    companyProfile(company.ctx),
  ]);
  return (
    <>
      <PageHeader title={t(initial.documentKind === 'credit_note' ? 'newCreditNote' : 'new')} />
      <ClientMessages areas={['invoices', 'lines']}>
        <InvoiceForm
          tenant={tenant}
          name={name}
          initial={initial}
          rules={rules}
          languages={documentLanguages(readerOf(company).language)}
          taxCurrency={profile.taxCurrency ?? company.tenant.currency}
          cancelHref={`/${tenant}/invoices`}
        />
      </ClientMessages>
    </>
  );
}
