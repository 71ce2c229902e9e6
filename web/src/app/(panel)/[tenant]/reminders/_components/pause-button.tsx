'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { showNotice } from '../../../../../ui/notices/notice';
import { pauseRemindersAction, resumeRemindersAction } from '../actions';

interface PauseButtonProps {
  tenant: string;
  customer: { id: string; name: string };
  paused: boolean;
}

/** Leaves a customer in peace, or lets it be reminded again. */
export function PauseButton({ tenant, customer, paused }: PauseButtonProps) {
  const t = useTranslations('reminders');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const { id, name } = customer;
  const turn = () =>
    start(async () => {
      const result = await (
        paused ? resumeRemindersAction(tenant, id) : pauseRemindersAction(tenant, { customerId: id })
      ).catch(() => null);
      if (result?.ok) showNotice({ message: t(paused ? 'resumedNotice' : 'pausedNotice', { name }) });
      else showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      router.refresh();
    });
  return (
    <Button look="quiet" busy={busy} onClick={turn}>
      {t(paused ? 'resume' : 'customer.pause')}
    </Button>
  );
}
