import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { requireCompany } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import { customerChoices } from '../_components/customer-choices';
import { CustomerForm } from '../_components/customer-form';
import { valuesOf } from '../_components/customer-values';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('new') };
}

export default async function NewCustomerPage({ params }: PageProps) {
  const { tenant } = await params;
  const { ctx } = await requireCompany(tenant);
  if (!may(ctx.actor, 'customers:write')) notFound();
  const [t, language] = await Promise.all([getTranslations('customers'), getLocale()]);
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['customers']}>
        <CustomerForm tenant={tenant} initial={valuesOf()} choices={customerChoices(language)} />
      </ClientMessages>
    </>
  );
}
