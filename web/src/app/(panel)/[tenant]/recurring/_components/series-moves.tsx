'use client';

import type { RecurringInvoiceDto } from '@countinghouse/core/recurring-invoices/schemas';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { moveRecurringAction, type SeriesMove } from '../actions';

interface SeriesMovesProps {
  tenant: string;
  series: Pick<RecurringInvoiceDto, 'id' | 'version' | 'state'>;
}

/** Moves the series once at a time. A refusal is told, and the page shows how it stands now. */
function useMove({ tenant, series }: SeriesMovesProps) {
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const move = (name: SeriesMove, done?: string) =>
    start(async () => {
      const result = await moveRecurringAction(tenant, series.id, name, series.version).catch(() => null);
      if (!result?.ok) showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      else if (done) showNotice({ message: done });
      router.refresh();
    });
  return { busy, move };
}

/** Pauses, resumes or ends a series. */
export function SeriesMoves(props: SeriesMovesProps) {
  const t = useTranslations('recurring.moves');
  const { busy, move } = useMove(props);
  const { state } = props.series;
  if (state === 'ended') return null;
  return (
    <>
      {state === 'active' && (
        <Button icon={IconPlayerPause} busy={busy} onClick={() => move('pause')}>
          {t('pause')}
        </Button>
      )}
      {state === 'paused' && (
        <>
          <Button icon={IconPlayerPlay} busy={busy} onClick={() => move('resume')}>
            {t('resume')}
          </Button>
          <Button look="quiet" busy={busy} onClick={() => move('resumeAll')}>
            {t('resumeAll')}
          </Button>
        </>
      )}
      <ConfirmButton
        look="plain"
        icon={IconPlayerStop}
        label={t('end')}
        confirm={t('endNow')}
        dismiss={t('keep')}
        busy={busy}
        onConfirm={() => move('end')}
      />
    </>
  );
}

/** What can be done about a failure: try again now, or leave it to a person. */
export function FailureMoves(props: SeriesMovesProps & { settles: boolean }) {
  const t = useTranslations('recurring.moves');
  const { busy, move } = useMove(props);
  return (
    <>
      <Button icon={IconRefresh} busy={busy} onClick={() => move('retry', t('retried'))}>
        {t('retry')}
      </Button>
      {props.settles && (
        <Button look="quiet" busy={busy} onClick={() => move('settle')}>
          {t('settle')}
        </Button>
      )}
    </>
  );
}
