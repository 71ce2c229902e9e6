'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../../../../../ui/button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
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
      <FailureNotice failure={failure} />
    </div>
  );
}
