import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { getCustomer } from '@countinghouse/core/customers';
import { listFiles } from '@countinghouse/core/files';
import { customerFigures, listOrders } from '@countinghouse/core/orders';
import { customerAccount } from '@countinghouse/core/payments';
import type { Ctx } from '@countinghouse/core/platform/context';
import { may } from '@countinghouse/core/platform/permissions';
import { IconFileInvoice, IconPencil } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import { StatusLabel } from '../../../../../ui/status-label';
import { ArchiveButton } from '../../_components/archive-button';
import classes from '../../_components/detail.module.css';
import { RecordHistory } from '../../_components/record-history';
import { FileBox } from '../../files/_components/file-box';
import { CustomerAccount } from '../_components/customer-account';
import { CustomerAddresses, CustomerFacts } from '../_components/customer-facts';
import { CustomerInvoices } from '../_components/customer-invoices';
import { CustomerOrders } from '../_components/customer-orders';
import { CustomerReminders } from '../../reminders/_components/customer-reminders';
import { archiveCustomerAction, restoreCustomerAction } from '../actions';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

const NEWEST_ORDERS = 10;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await orNotFound(getCustomer(ctx, id))).name };
}

const around = (ctx: Ctx, id: string) =>
  Promise.all([
    historyOf(ctx, 'customer', id),
    may(ctx.actor, 'files:read') ? listFiles(ctx, { subjectType: 'customer', subjectId: id }) : null,
    may(ctx.actor, 'orders:read')
      ? Promise.all([listOrders(ctx, { customerId: id, limit: NEWEST_ORDERS }), customerFigures(ctx, id)])
      : null,
    may(ctx.actor, 'payments:read') ? customerAccount(ctx, id) : null,
  ]);

export default async function CustomerPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const customer = await orNotFound(getCustomer(ctx, id));
  const [t, tInvoices, [history, files, orders, account]] = await Promise.all([
    getTranslations('customers'),
    getTranslations('invoices.ofCustomer'),
    around(ctx, id),
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'customers:write');
  return (
    <>
      <PageHeader
        title={customer.name}
        labels={customer.archived && <StatusLabel tone="off">{t('archived')}</StatusLabel>}
        actions={
          writes && (
            <ClientMessages areas={['customers']}>
              {may(ctx.actor, 'invoices:write') && !customer.archived && (
                <ButtonLink href={`/${tenant}/invoices/new?customerId=${id}`} icon={IconFileInvoice}>
                  {tInvoices('new')}
                </ButtonLink>
              )}
              <ArchiveButton
                area="customers"
                tenant={tenant}
                id={id}
                archived={customer.archived}
                archive={archiveCustomerAction}
                restore={restoreCustomerAction}
              />
            </ClientMessages>
          )
        }
        primary={
          writes && (
            <ButtonLink href={`/${tenant}/customers/${id}/edit`} icon={IconPencil}>
              {t('change')}
            </ButtonLink>
          )
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <CustomerFacts customer={customer} reader={reader} />
          <CustomerAddresses customer={customer} reader={reader} />
          {customer.notes && (
            <section className={classes.box}>
              <h2>{t('fields.notes')}</h2>
              <p className={classes.notes}>{customer.notes}</p>
            </section>
          )}
          {may(ctx.actor, 'invoices:read') && <CustomerInvoices company={company} customerId={id} />}
          {account && (
            <CustomerAccount
              tenant={tenant}
              customerId={id}
              account={account}
              reader={reader}
              mayWrite={may(ctx.actor, 'payments:write')}
            />
          )}
          {orders && (
            <CustomerOrders
              tenant={tenant}
              customerId={id}
              orders={orders[0].rows}
              figures={orders[1]}
              reader={reader}
            />
          )}
        </div>
        <aside className={classes.side}>
          {files && (
            <ClientMessages areas={['files']}>
              <FileBox
                tenant={tenant}
                subject={{ subjectType: 'customer', subjectId: id }}
                files={files.rows}
                mayChange={writes && may(ctx.actor, 'files:write')}
              />
            </ClientMessages>
          )}
          {may(ctx.actor, 'invoices:read') && (
            <CustomerReminders tenant={tenant} customer={customer} ctx={ctx} reader={reader} />
          )}
          <RecordHistory area="customers" lines={history} reader={reader} />
        </aside>
      </div>
    </>
  );
}
