'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { cancelImportAction, startImportAction } from '../actions';

type MoveButtonProps = { tenant: string; id: string } & (
  { move: 'start'; version: number } | { move: 'cancel' }
);

/** Starts or stops an import; the page then shows what became of it. */
export function MoveButton(props: MoveButtonProps) {
  const { tenant, id, move } = props;
  const t = useTranslations('imports');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ message: string; requestId?: string } | null>(null);

  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const result =
        props.move === 'start'
          ? await startImportAction(tenant, id, props.version)
          : await cancelImportAction(tenant, id);
      if (result.ok) return router.refresh();
      setFailure(result);
    } catch {
      setFailure({ message: t('notReached') });
    }
    setBusy(false);
  };

  return (
    <>
      <Button look={move === 'start' ? 'primary' : 'plain'} busy={busy} onClick={() => void run()}>
        {t(move === 'start' ? 'plan.start' : 'cancel')}
      </Button>
      {failure && (
        <ErrorNotice
          title={failure.message}
          requestId={failure.requestId || undefined}
          actions={
            <Button look="quiet" onClick={() => router.refresh()}>
              {t('retry')}
            </Button>
          }
        />
      )}
    </>
  );
}
