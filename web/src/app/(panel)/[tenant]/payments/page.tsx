import type { Metadata } from 'next';
import { listBankTransactions } from '@countinghouse/core/bank-statements';
import { listPayments } from '@countinghouse/core/payments';
import { IconCash, IconFileImport } from '@tabler/icons-react';
import { may } from '@countinghouse/core/platform/permissions';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../server/or-not-found';
import { readerOf } from '../../../../server/reader';
import { requireCompany } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import type { SearchParams } from '../../../../ui/table/types';
import { RecordList } from '../_components/record-list';
import { paymentShape, standardColumns } from './_components/payment-columns';
import { paymentFilters } from './_components/payment-filters';
import { PaymentTabs } from './_components/tabs';
import { paymentsInput, paymentsQuery } from './list-query';
import { loadMorePayments } from './load-more';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

const MOST_COUNTED = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments');
  return { title: t('list') };
}

export default async function PaymentsPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const query = paymentsQuery(search);
  const [t, shape, page, waiting, { filters, presets }] = await Promise.all([
    getTranslations('payments'),
    paymentShape(tenant, readerOf(company)),
    orNotFound(listPayments(ctx, paymentsInput(query))),
    orNotFound(listBankTransactions(ctx, { state: 'open', direction: 'in', limit: MOST_COUNTED })),
    paymentFilters(ctx, tenant, query.filters),
  ]);
  return (
    <RecordList
      area="payments"
      company={company}
      search={search}
      query={query}
      page={page}
      shape={shape}
      standardColumns={standardColumns}
      filters={filters}
      presets={presets}
      loadMore={loadMorePayments}
      icon={IconCash}
      bulk={null}
      tabs={<PaymentTabs tenant={tenant} here="list" waiting={waiting.rows.length} />}
      actions={
        may(ctx.actor, 'payments:write') && (
          <ButtonLink href={`/${tenant}/payments/inbox`} icon={IconFileImport}>
            {t('bankFile')}
          </ButtonLink>
        )
      }
    />
  );
}
