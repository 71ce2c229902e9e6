import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { requireCompany } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import { emptyItem } from '../../_components/lines/draft';
import { lineRules } from '../../_components/lines/line-rules';
import type { OrderDraft } from '../_components/order-draft';
import { OrderForm } from '../_components/order-form';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('new') };
}

export default async function NewOrderPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'orders:write')) notFound();
  const [t, rules] = await Promise.all([getTranslations('orders'), lineRules(company)]);
  const initial: OrderDraft = {
    kind: 'sale',
    customerId: null,
    customerName: '',
    externalNumber: '',
    currency: company.tenant.currency,
    placedAt: '',
    items: [emptyItem(rules)],
    adjustments: [],
    notes: '',
    tags: [],
  };
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['orders', 'lines']}>
        <OrderForm tenant={tenant} initial={initial} rules={rules} cancelHref={`/${tenant}/orders`} />
      </ClientMessages>
    </>
  );
}
