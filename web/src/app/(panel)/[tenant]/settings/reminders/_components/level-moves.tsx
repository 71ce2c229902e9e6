'use client';

import { IconListNumbers } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '../../../../../../ui/button';
import { ConfirmButton } from '../../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { createStandardLevelsAction, removeLevelAction } from '../actions';

interface LevelMovesProps {
  tenant: string;
  id: string;
  name: string;
}

/** What can be done with a level; what was sent under it stays. */
export function LevelMoves({ tenant, id, name }: LevelMovesProps) {
  const t = useTranslations('settings.reminders');
  const { busy, failure, run } = useVerb();
  return (
    <>
      <div className={classes.side}>
        <ButtonLink
          look="quiet"
          href={`/${tenant}/settings/reminders/${id}`}
          aria-label={t('changeName', { name })}
        >
          {t('change')}
        </ButtonLink>
        <ConfirmButton
          label={t('remove')}
          confirm={t('removeName', { name })}
          busy={busy}
          onConfirm={() => void run(() => removeLevelAction(tenant, id))}
        />
      </div>
      <FailureNotice failure={failure} />
    </>
  );
}

/** The first step where there is no level yet. */
export function AddStandardLevels({ tenant }: { tenant: string }) {
  const t = useTranslations('settings.reminders');
  const { busy, failure, run } = useVerb();
  return (
    <>
      <Button
        look="primary"
        icon={IconListNumbers}
        busy={busy}
        onClick={() => void run(() => createStandardLevelsAction(tenant))}
      >
        {t('addStandard')}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
