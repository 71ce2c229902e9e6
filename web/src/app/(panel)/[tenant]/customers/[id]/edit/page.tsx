import type { Metadata } from 'next';
import { getCustomer } from '@countinghouse/core/customers';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { customerChoices } from '../../_components/customer-choices';
import { CustomerForm } from '../../_components/customer-form';
import { valuesOf } from '../../_components/customer-values';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers');
  return { title: t('change') };
}

export default async function EditCustomerPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  if (!may(ctx.actor, 'customers:write')) notFound();
  const customer = await orNotFound(getCustomer(ctx, id));
  const [t, language] = await Promise.all([getTranslations('customers'), getLocale()]);
  return (
    <>
      <PageHeader title={t('changeTitle', { name: customer.name })} />
      <ClientMessages areas={['customers']}>
        <CustomerForm
          tenant={tenant}
          initial={valuesOf(customer)}
          choices={customerChoices(language, customer)}
          edited={{ id, version: customer.version }}
        />
      </ClientMessages>
    </>
  );
}
