import { listInvoices } from '@countinghouse/core/invoices';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { readerOf } from '../../../../../server/reader';
import type { Company } from '../../../../../server/session';
import { InvoiceBox } from '../../_components/invoice-box';

const NEWEST = 10;

/** The newest invoices of a customer, and the way to all of them. */
export async function CustomerInvoices({ company, customerId }: { company: Company; customerId: string }) {
  const [t, { rows }] = await Promise.all([
    getTranslations('invoices.ofCustomer'),
    listInvoices(company.ctx, { customerId, limit: NEWEST }),
  ]);
  const tenant = company.tenant.slug;
  return (
    <InvoiceBox
      tenant={tenant}
      title={t('title')}
      none={t('none')}
      invoices={rows}
      reader={readerOf(company)}
    >
      {rows.length > 0 && <Link href={`/${tenant}/invoices?customerId=${customerId}`}>{t('all')}</Link>}
    </InvoiceBox>
  );
}
