'use client';

import type { Invitation } from '@countinghouse/core/members';
import { useTranslations } from 'next-intl';
import { ConfirmButton } from '../../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { StatusLabel } from '../../../../../../ui/status-label';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { revokeInvitationAction } from '../actions';

interface InvitationLineProps {
  tenant: string;
  invitation: Invitation;
  until: string;
  mayChange: boolean;
}

/** An invitation that nobody has accepted yet. */
export function InvitationLine({ tenant, invitation, until, mayChange }: InvitationLineProps) {
  const t = useTranslations('settings');
  const { busy, failure, run } = useVerb();
  const { id, email, role, expired } = invitation;
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <strong>
          {email}
          {expired && <StatusLabel tone="warn">{t('members.expired')}</StatusLabel>}
        </strong>
        <span>{t('members.validUntil', { when: until })}</span>
      </div>
      <div className={classes.side}>
        <StatusLabel tone="off">{t(`roles.${role}`)}</StatusLabel>
        {mayChange && (
          <ConfirmButton
            label={t('members.revoke')}
            confirm={t('members.revokeFor', { email })}
            busy={busy}
            onConfirm={() => void run(() => revokeInvitationAction(tenant, id), t('members.revoked'))}
          />
        )}
      </div>
      <FailureNotice failure={failure} />
    </li>
  );
}
