import type { Metadata } from 'next';
import { companyProfile } from '@countinghouse/core/company';
import { getInvoice } from '@countinghouse/core/invoices';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { readerOf } from '../../../../../../server/reader';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { documentLanguages } from '../../../_components/document-languages';
import { lineRules } from '../../../_components/lines/line-rules';
import { draftOf } from '../../_components/invoice-draft';
import { InvoiceForm } from '../../_components/invoice-form';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invoices');
  return { title: t('editTitle') };
}

export default async function EditInvoicePage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'invoices:write')) notFound();
  const invoice = await orNotFound(getInvoice(company.ctx, id));
  if (invoice.state !== 'draft') redirect(`/${tenant}/invoices/${id}`);
  const [t, rules, profile] = await Promise.all([
    getTranslations('invoices'),
    lineRules(company, invoice),
    companyProfile(company.ctx),
  ]);
  return (
    <>
      <PageHeader title={t('editTitle')} />
      <ClientMessages areas={['invoices', 'lines']}>
        <InvoiceForm
          tenant={tenant}
          name={id}
          initial={draftOf(invoice, rules)}
          rules={rules}
          edited={{ id, version: invoice.version }}
          languages={documentLanguages(readerOf(company).language)}
          taxCurrency={profile.taxCurrency ?? company.tenant.currency}
          cancelHref={`/${tenant}/invoices/${id}`}
        />
      </ClientMessages>
    </>
  );
}
