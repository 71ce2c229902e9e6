import { useTranslations } from 'next-intl';
import classes from '../invoices/_components/invoices.module.css';

const tabs = [
  { key: 'invoices', path: '/invoices' },
  { key: 'recurring', path: '/recurring' },
  { key: 'reminders', path: '/reminders' },
] as const;

interface InvoiceTabsProps {
  tenant: string;
  current: (typeof tabs)[number]['key'];
}

/** The areas around invoices: the list, what repeats, and what is late. */
export function InvoiceTabs({ tenant, current }: InvoiceTabsProps) {
  const t = useTranslations('invoices.tabs');
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {tabs.map(({ key, path }) => (
        <a key={key} href={`/${tenant}${path}`} aria-current={key === current ? 'page' : undefined}>
          {t(key)}
        </a>
      ))}
    </nav>
  );
}
