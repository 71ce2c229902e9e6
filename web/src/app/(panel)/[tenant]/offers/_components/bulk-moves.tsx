'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { useSelection } from '../../../../../ui/table/selection';
import { bulkOffersAction } from '../actions';

/** Withdraws the selected offers, or deletes the selected drafts, as far as they can be. */
export function BulkMoves({ tenant }: { tenant: string }) {
  const t = useTranslations('offers.bulk');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();

  const run = (action: 'withdraw' | 'delete') =>
    start(async () => {
      const result = await bulkOffersAction(tenant, { action, ids: [...ids] }).catch(() => null);
      if (!result?.ok) return showNotice({ message: result?.message ?? t('failed'), tone: 'bad' });
      const { changed, refused } = result.data;
      const told = [t('done', { count: changed })];
      if (refused.length > 0) told.push(t('refused', { count: refused.length }));
      showNotice({ message: told.join(' '), ...(refused.length > 0 && { tone: 'bad' }) });
      clear();
      router.refresh();
    });

  return (
    <>
      {(['withdraw', 'delete'] as const).map((action) => (
        <ConfirmButton
          key={action}
          label={t(action)}
          confirm={t(`${action}Now`, { count: ids.length })}
          busy={busy}
          onConfirm={() => run(action)}
        />
      ))}
    </>
  );
}
