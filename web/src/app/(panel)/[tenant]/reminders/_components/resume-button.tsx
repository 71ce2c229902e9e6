'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { showNotice } from '../../../../../ui/notices/notice';
import { resumeRemindersAction } from '../actions';

interface ResumeButtonProps {
  tenant: string;
  customer: { id: string; name: string };
}

/** Lets a paused customer be reminded again. */
export function ResumeButton({ tenant, customer }: ResumeButtonProps) {
  const t = useTranslations('reminders');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const resume = () =>
    start(async () => {
      const result = await resumeRemindersAction(tenant, customer.id).catch(() => null);
      if (result?.ok) showNotice({ message: t('resumedNotice', { name: customer.name }) });
      else showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      router.refresh();
    });
  return (
    <Button look="quiet" busy={busy} onClick={resume}>
      {t('resume')}
    </Button>
  );
}
