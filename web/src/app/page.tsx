import { listMyTenants } from '@countinghouse/core/members';
import { IconBuildingStore } from '@tabler/icons-react';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireSession } from '../server/session';
import { EmptyState } from '../ui/empty-state';

/** Leads to the reader's company; who has none is told how to get into one. */
export default async function StartPage() {
  const { user } = await requireSession();
  const [first] = await listMyTenants(user.id);
  if (first) redirect(`/${first.slug}`);
  const t = await getTranslations('home');
  return (
    <main>
      <EmptyState icon={IconBuildingStore} title={t('noCompany')}>
        {t('noCompanyText')}
      </EmptyState>
    </main>
  );
}
