import type { Metadata } from 'next';
import { listBankTransactions } from '@countinghouse/core/bank-statements';
import { transactionStates } from '@countinghouse/core/bank-statements/states';
import { bankAccounts } from '@countinghouse/core/company';
import { proposeMatches } from '@countinghouse/core/payments';
import { may } from '@countinghouse/core/platform/permissions';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ReaderProvider } from '../../../../../ui/form/reader-context';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { PaymentTabs } from '../_components/tabs';
import { InboxFilters } from './inbox-filters';
import { Inbox } from './inbox';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

const PAGE_ROWS = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments.inbox');
  return { title: t('title') };
}

export default async function InboxPage({ params, searchParams }: PageProps) {
  const [{ tenant }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const state = transactionStates.find((each) => each === search['state']) ?? 'open';
  const direction = search['direction'] === 'out' ? 'out' : 'in';
  const cursor = typeof search['cursor'] === 'string' ? { cursor: search['cursor'] } : {};
  const list = orNotFound(listBankTransactions(ctx, { state, direction, limit: PAGE_ROWS, ...cursor }));
  const [t, page, accounts] = await Promise.all([getTranslations('payments.inbox'), list, bankAccounts(ctx)]);
  const ids = page.rows.map(({ id }) => id);
  const proposals = state === 'open' && ids.length > 0 ? await proposeMatches(ctx, { ids }) : [];
  return (
    <>
      <PageHeader title={t('title')} />
      <PaymentTabs tenant={tenant} here="inbox" />
      <InboxFilters state={state} direction={direction} />
      <ReaderProvider reader={readerOf(company)}>
        <ClientMessages areas={['payments', 'errors.codes.invalid']}>
          <Inbox
            key={`${state} ${direction} ${ids.join()}`}
            tenant={tenant}
            companyCurrency={company.tenant.currency}
            state={state}
            direction={direction}
            transactions={page.rows}
            proposals={proposals}
            accounts={accounts.map(({ id, name, currency }) => ({ id, name, currency }))}
            mayWrite={may(ctx.actor, 'payments:write')}
            nextHref={
              page.nextCursor
                ? `?${new URLSearchParams({ state, direction, cursor: page.nextCursor }).toString()}`
                : null
            }
          />
        </ClientMessages>
      </ReaderProvider>
    </>
  );
}
