import { useTranslations } from 'next-intl';
import Link from 'next/link';
import classes from './payments.module.css';

interface PaymentTabsProps {
  tenant: string;
  here: 'list' | 'inbox';
  /** Movements that wait for a decision. */
  waiting?: number;
}

/** The list of payments, and the inbox of the bank's movements. */
export function PaymentTabs({ tenant, here, waiting = 0 }: PaymentTabsProps) {
  const t = useTranslations('payments.tabs');
  const link = (key: PaymentTabsProps['here'], path: string, label: string) => (
    <Link href={`/${tenant}/payments${path}`} aria-current={here === key ? 'page' : undefined}>
      {label}
    </Link>
  );
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {link('list', '', t('list'))}
      {link('inbox', '/inbox', waiting > 0 ? t('inboxWaiting', { count: waiting }) : t('inbox'))}
    </nav>
  );
}
