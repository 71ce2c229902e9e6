'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../../../../../ui/button';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { VerbFailure } from '../../_components/verb-failure';
import { revokeOtherSessionsAction } from '../../account-actions';

/** Ends every session but the one at hand. */
export function EndOthers() {
  const t = useTranslations('settings.sessions');
  const { busy, failure, run } = useVerb();
  return (
    <div className={classes.side}>
      <Button look="danger" busy={busy} onClick={() => void run(revokeOtherSessionsAction, t('othersEnded'))}>
        {t('endOthers')}
      </Button>
      <VerbFailure failure={failure} />
    </div>
  );
}
