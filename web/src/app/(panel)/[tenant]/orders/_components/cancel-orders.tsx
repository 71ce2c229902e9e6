'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { useSelection } from '../../../../../ui/table/selection';
import { bulkOrdersAction } from '../actions';

/** Cancels the selected orders, as far as nothing of them has been delivered. */
export function CancelOrders({ tenant }: { tenant: string }) {
  const t = useTranslations('orders.bulk');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();

  const run = () =>
    start(async () => {
      const result = await bulkOrdersAction(tenant, { action: 'cancel', ids: [...ids] }).catch(() => null);
      if (!result?.ok) return showNotice({ message: result?.message ?? t('failed'), tone: 'bad' });
      const { changed, refused } = result.data;
      const told = [t('cancelled', { count: changed })];
      if (refused.length > 0) told.push(t('refused', { count: refused.length }));
      showNotice({ message: told.join(' '), ...(refused.length > 0 && { tone: 'bad' }) });
      clear();
      router.refresh();
    });

  return (
    <ConfirmButton
      label={t('cancel')}
      confirm={t('cancelNow', { count: ids.length })}
      dismiss={t('keep')}
      busy={busy}
      onConfirm={run}
    />
  );
}
