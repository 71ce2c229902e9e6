import { getOrder } from '@countinghouse/core/orders';
import { isEditable } from '@countinghouse/core/orders/states';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { lineRules } from '../../../_components/lines/line-rules';
import { draftOf } from '../../_components/order-draft';
import { OrderForm } from '../../_components/order-form';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export default async function EditOrderPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'orders:write')) notFound();
  const order = await orNotFound(getOrder(company.ctx, id));
  if (!isEditable(order.status)) redirect(`/${tenant}/orders/${id}`);
  const [t, rules] = await Promise.all([getTranslations('orders'), lineRules(company, order)]);
  return (
    <>
      <PageHeader title={t('editTitle', { number: order.number })} />
      <ClientMessages areas={['orders', 'lines']}>
        <OrderForm
          tenant={tenant}
          initial={draftOf(order, rules)}
          rules={rules}
          edited={{ id: order.id, version: order.version }}
          cancelHref={`/${tenant}/orders/${id}`}
        />
      </ClientMessages>
    </>
  );
}
