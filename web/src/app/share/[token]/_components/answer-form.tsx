'use client';

import { Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ActionFailure } from '../../../../ui/form/action-result';
import { Button } from '../../../../ui/button';
import { FailureNotice } from '../../../../ui/form/failure-notice';
import { answerAction } from '../actions';
import classes from '../share.module.css';

/** Texts in the document's language, which may be another one than the reader's. */
export interface AnswerTexts {
  name: string;
  comment: string;
  hint: string;
  accept: string;
  decline: string;
  declineNow: string;
  back: string;
  unreachable: string;
}

/** Accepts or declines an offer, under the name of who does. */
export function AnswerForm({ token, texts }: { token: string; texts: AnswerTexts }) {
  const router = useRouter();
  const [declining, setDeclining] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Pick<ActionFailure, 'message' | 'requestId' | 'errors'>>();

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    };
    setBusy(true);
    const answer = declining ? ('declined' as const) : ('accepted' as const);
    const input = { answer, name: text('name'), ...(declining && { comment: text('comment') }) };
    const result = await answerAction(token, input).catch(() => null);
    setFailure(
      result ? (result.ok ? undefined : result) : { message: texts.unreachable, requestId: '', errors: [] },
    );
    if (result) router.refresh();
    setBusy(false);
  };

  const nameError = failure?.errors.find(({ path }) => path === 'name')?.message;
  return (
    <form onSubmit={(event) => void send(event)} className={classes.answer} aria-busy={busy}>
      {!nameError && <FailureNotice failure={failure} />}
      <TextInput
        name="name"
        label={texts.name}
        autoComplete="name"
        maxLength={120}
        required
        error={nameError}
      />
      {declining && <Textarea name="comment" label={texts.comment} maxLength={1_000} autosize minRows={2} />}
      <p className={classes.hint}>{texts.hint}</p>
      <div className={classes.answers}>
        {declining ? (
          <>
            <Button type="submit" look="danger" busy={busy}>
              {texts.declineNow}
            </Button>
            <Button look="quiet" onClick={() => setDeclining(false)} disabled={busy}>
              {texts.back}
            </Button>
          </>
        ) : (
          <>
            <Button type="submit" look="primary" icon={IconCheck} busy={busy}>
              {texts.accept}
            </Button>
            <Button look="quiet" onClick={() => setDeclining(true)} disabled={busy}>
              {texts.decline}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
