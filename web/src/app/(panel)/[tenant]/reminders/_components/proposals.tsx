'use client';

import { Checkbox } from '@mantine/core';
import type { ReminderProposalDto } from '@countinghouse/core/reminders/schemas';
import { IconMailForward } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import type { ActionResult } from '../../../../../ui/form/action-result';
import { showNotice, showUndoNotice } from '../../../../../ui/notices/notice';
import {
  pauseRemindersAction,
  resumeRemindersAction,
  sendRemindersAction,
  skipRemindersAction,
} from '../actions';
import { LetterBox } from './letter-box';
import classes from './reminders.module.css';
import { chosenLetters, letterId } from './selected-letters';

interface ProposalsProps {
  tenant: string;
  letters: readonly ReminderProposalDto[];
  writes: boolean;
}

const idsOf = (letters: readonly ReminderProposalDto[]) =>
  letters.flatMap(({ invoices }) => invoices.map(({ id }) => id));

/** Sends or skips what is chosen, once at a time; the page shows afterwards how things stand. */
function useReminders(tenant: string) {
  const t = useTranslations('reminders');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const run = <Data,>(action: () => Promise<ActionResult<Data>>, tell: (data: Data) => void) =>
    start(async () => {
      const result = await action().catch(() => null);
      if (result?.ok) tell(result.data);
      else showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      router.refresh();
    });
  const send = (letters: ReturnType<typeof chosenLetters>) =>
    run(
      () => sendRemindersAction(tenant, { letters }),
      ({ sent, refused }) => {
        if (sent.length > 0) showNotice({ message: t('sent', { count: sent.length }) });
        if (refused.length > 0) showNotice({ message: t('refused', { count: refused.length }), tone: 'bad' });
      },
    );
  const skip = (letters: ReturnType<typeof chosenLetters>) =>
    run(
      () => skipRemindersAction(tenant, { letters }),
      ({ skipped }) => showNotice({ message: t('skipped', { count: skipped }) }),
    );
  const pause = ({ customer }: ReminderProposalDto) =>
    run(
      () => pauseRemindersAction(tenant, { customerId: customer.id }),
      () =>
        showUndoNotice(t('pausedNotice', { name: customer.name }), async () => {
          const result = await resumeRemindersAction(tenant, customer.id);
          if (!result.ok) throw new Error(result.message);
          router.refresh();
          return t('resumedNotice', { name: customer.name });
        }),
    );
  return { busy, send, skip, pause };
}

/** What would go out today, by customer: chosen one by one, sent or skipped. */
export function Proposals({ tenant, letters, writes }: ProposalsProps) {
  const t = useTranslations('reminders');
  const { busy, send, skip, pause } = useReminders(tenant);
  // What is left out, so that letters that come meanwhile are chosen as the others are.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const all = idsOf(letters);
  const chosen = new Set(all.filter((id) => !left.has(id)));
  const choose = (ids: readonly string[], on: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on) after.delete(id);
        else after.add(id);
      }
      return after;
    });
  const wanted = chosenLetters(letters, chosen);
  return (
    <>
      {writes && (
        <div className={classes.bar}>
          <Checkbox
            label={t('chooseAll')}
            checked={chosen.size === all.length}
            indeterminate={chosen.size > 0 && chosen.size < all.length}
            onChange={(event) => choose(all, event.currentTarget.checked)}
          />
          <span className={classes.space} />
          {wanted.length > 0 && (
            <ConfirmButton
              label={t('skip')}
              confirm={t('skipNow')}
              busy={busy}
              onConfirm={() => skip(wanted)}
            />
          )}
          <Button
            look="primary"
            icon={IconMailForward}
            busy={busy}
            disabled={wanted.length === 0}
            onClick={() => send(wanted)}
          >
            {t('send', { count: wanted.length })}
          </Button>
        </div>
      )}
      <div className={classes.letters}>
        {letters.map((letter) => (
          <LetterBox
            key={letterId(letter)}
            tenant={tenant}
            letter={letter}
            chosen={chosen}
            choose={writes ? choose : undefined}
          >
            {writes && (
              <Button look="quiet" busy={busy} onClick={() => pause(letter)}>
                {t('pause')}
              </Button>
            )}
          </LetterBox>
        ))}
      </div>
    </>
  );
}
