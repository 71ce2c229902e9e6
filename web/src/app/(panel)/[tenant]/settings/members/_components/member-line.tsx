'use client';

import type { Member } from '@countinghouse/core/members';
import type { Role } from '@countinghouse/core/platform/permissions';
import { useTranslations } from 'next-intl';
import { ConfirmButton } from '../../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { StatusLabel } from '../../../../../../ui/status-label';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { changeRoleAction, removeMemberAction } from '../actions';

interface MemberLineProps {
  tenant: string;
  member: Member;
  joined: string;
  self: boolean;
  /** The roles that the reader may give this member; none where they may not change it. */
  roles: readonly Role[];
  lastOwner: boolean;
}

/** One member: who, which role, and what the reader may do about it. */
export function MemberLine({ tenant, member, joined, self, roles, lastOwner }: MemberLineProps) {
  const t = useTranslations('settings');
  const { busy, failure, run } = useVerb();
  const { userId, name, role } = member;
  const changeable = roles.length > 0 && !lastOwner;
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <strong>
          {name}
          {self && <StatusLabel tone="info">{t('members.you')}</StatusLabel>}
          {member.disabled && <StatusLabel tone="off">{t('members.disabled')}</StatusLabel>}
        </strong>
        <span>
          {member.email} · {t('members.since', { when: joined })}
        </span>
      </div>
      <div className={classes.side}>
        {changeable ? (
          <select
            className={classes.select}
            aria-label={t('members.roleOf', { name })}
            value={role}
            disabled={busy}
            onChange={(event) => {
              const chosen = event.currentTarget.value as Role;
              void run(() => changeRoleAction(tenant, { userId, role: chosen }), t('saved'));
            }}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {t(`roles.${each}`)}
              </option>
            ))}
          </select>
        ) : (
          <StatusLabel tone="off">{t(`roles.${role}`)}</StatusLabel>
        )}
        {changeable && !self && (
          <ConfirmButton
            label={t('members.remove')}
            confirm={t('members.removeName', { name })}
            busy={busy}
            onConfirm={() =>
              void run(() => removeMemberAction(tenant, userId), t('members.removed', { name }))
            }
          />
        )}
      </div>
      <FailureNotice failure={failure} />
    </li>
  );
}
