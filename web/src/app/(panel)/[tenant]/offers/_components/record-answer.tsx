'use client';

import { IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import type { Answer } from './answer-dialog';

// Loaded when it is asked for: a page is looked at more often than an answer is recorded.
const AnswerDialog = dynamic(() => import('./answer-dialog').then((module) => module.AnswerDialog), {
  ssr: false,
});

/** Records what the customer has said by phone or letter. */
export function RecordAnswer({ tenant, offerId }: { tenant: string; offerId: string }) {
  const t = useTranslations('offers.moves');
  const [answer, setAnswer] = useState<Answer>();
  return (
    <>
      <Button icon={IconThumbUp} onClick={() => setAnswer('accepted')}>
        {t('accept')}
      </Button>
      <Button look="quiet" icon={IconThumbDown} onClick={() => setAnswer('declined')}>
        {t('decline')}
      </Button>
      {answer && (
        <AnswerDialog
          tenant={tenant}
          offerId={offerId}
          answer={answer}
          onClose={() => setAnswer(undefined)}
        />
      )}
    </>
  );
}
