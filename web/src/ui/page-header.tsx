import { IconDots } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './button';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** The title on a phone, where the whole one has no room. */
  shortTitle?: string;
  /** Status labels beside the title. */
  labels?: ReactNode;
  /** The one thing that most come here to do; stays in sight on a phone. */
  primary?: ReactNode;
  /** Everything else; on a phone it waits behind "more". */
  actions?: ReactNode;
}

const menuId = 'page-actions';

/** Title and actions of a page. On a phone it is the bar at the top. */
export function PageHeader({ title, shortTitle, labels, primary, actions }: PageHeaderProps) {
  const t = useTranslations('common');
  return (
    <div className={classes.header}>
      <h1 className={classes.title}>
        {shortTitle ? (
          <>
            <span className={classes.whole}>{title}</span>
            <span className={classes.short}>{shortTitle}</span>
          </>
        ) : (
          title
        )}
      </h1>
      {labels && <div className={classes.labels}>{labels}</div>}
      <div className={classes.space} />
      {actions && (
        <>
          <Button
            className={classes.more}
            look="quiet"
            icon={IconDots}
            iconOnly
            popoverTarget={menuId}
            title={t('moreActions')}
          >
            {t('moreActions')}
          </Button>
          <div id={menuId} popover="auto" className={classes.actions}>
            {actions}
          </div>
        </>
      )}
      {primary && <div className={classes.primary}>{primary}</div>}
    </div>
  );
}
