import { useTranslations } from 'next-intl';
import type { ReactNode, Ref } from 'react';
import classes from './error-notice.module.css';

interface ErrorNoticeProps {
  /** What happened. */
  title: string;
  /** What was kept, and what to do now. */
  children?: ReactNode;
  requestId?: string | undefined;
  /** Buttons: try again, reload. */
  actions?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** An error: what happened, what was kept, what to do, and the id under which it can be found. */
export function ErrorNotice({ title, children, requestId, actions, ref }: ErrorNoticeProps) {
  const t = useTranslations('errors');
  return (
    <div className={classes.notice} role="alert" tabIndex={-1} ref={ref}>
      <p className={classes.title}>{title}</p>
      {children && <div>{children}</div>}
      {requestId && (
        <p className={classes.request}>
          {t('requestId')} <code>{requestId}</code>
        </p>
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
