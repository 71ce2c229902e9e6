'use client';

import { useTranslations } from 'next-intl';
import { ConfirmButton } from '../../../../../../ui/confirm-button';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { StatusLabel } from '../../../../../../ui/status-label';
import classes from '../../_components/settings.module.css';
import { useVerb } from '../../_components/use-verb';
import { revokeSessionAction } from '../../account-actions';

interface SessionLineProps {
  id: string;
  device: string | null;
  ip: string | null;
  started: string;
  seen: string;
  current: boolean;
}

/** One place where the person is signed in. */
export function SessionLine({ id, device, ip, started, seen, current }: SessionLineProps) {
  const t = useTranslations('settings.sessions');
  const { busy, failure, run } = useVerb();
  return (
    <li className={classes.line}>
      <div className={classes.who}>
        <strong>
          {device ?? t('unknownDevice')}
          {current && <StatusLabel tone="good">{t('current')}</StatusLabel>}
        </strong>
        <span>
          {ip && `${ip} · `}
          {t('since', { started, seen })}
        </span>
      </div>
      {!current && (
        <div className={classes.side}>
          <ConfirmButton
            label={t('end')}
            confirm={t('endNow')}
            busy={busy}
            onConfirm={() => void run(() => revokeSessionAction(id), t('ended'))}
          />
        </div>
      )}
      <FailureNotice failure={failure} />
    </li>
  );
}
