'use client';

import type { ApiKey } from '@countinghouse/core/api-keys/schemas';
import { useTranslations } from 'next-intl';
import { ConfirmButton } from '../../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { StatusLabel } from '../../../../../../ui/status-label';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { revokeKeyAction } from '../actions';

interface KeyLineProps {
  tenant: string;
  apiKey: ApiKey;
  created: string;
  used: string | null;
  revoked: string | null;
}

/** One key: how it begins, what it may do, when it was last used. */
export function KeyLine({ tenant, apiKey, created, used, revoked }: KeyLineProps) {
  const t = useTranslations('settings.keys');
  const { busy, failure, run } = useVerb();
  const { id, name, prefix, scopes, createdBy } = apiKey;
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <strong>
          {name}
          {revoked && <StatusLabel tone="off">{t('revoked', { when: revoked })}</StatusLabel>}
        </strong>
        <span>
          <code>{prefix}…</code> · {scopes.join(', ')}
        </span>
        <span>
          {createdBy ? t('createdBy', { when: created, name: createdBy }) : t('created', { when: created })}
          {' · '}
          {used ? t('used', { when: used }) : t('neverUsed')}
        </span>
      </div>
      {!revoked && (
        <div className={classes.side}>
          <ConfirmButton
            label={t('revoke')}
            confirm={t('revokeName', { name })}
            busy={busy}
            onConfirm={() => void run(() => revokeKeyAction(tenant, id), t('revokedNow', { name }))}
          />
        </div>
      )}
      <FailureNotice failure={failure} />
    </li>
  );
}
