import { useTranslations } from 'next-intl';
import classes from './reminders.module.css';

const views = [
  { key: 'today', path: '' },
  { key: 'sent', path: '/sent' },
  { key: 'paused', path: '/paused' },
] as const;

interface ReminderViewsProps {
  tenant: string;
  current: (typeof views)[number]['key'];
}

/** What is to be sent, what was sent, and who is left in peace. */
export function ReminderViews({ tenant, current }: ReminderViewsProps) {
  const t = useTranslations('reminders.views');
  return (
    <nav className={classes.views} aria-label={t('label')}>
      {views.map(({ key, path }) => (
        <a key={key} href={`/${tenant}/reminders${path}`} aria-current={key === current ? 'page' : undefined}>
          {t(key)}
        </a>
      ))}
    </nav>
  );
}
