import { transactionStates, type TransactionState } from '@countinghouse/core/bank-statements/states';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import classes from './inbox.module.css';

interface InboxFiltersProps {
  state: TransactionState;
  direction: 'in' | 'out';
}

/** Which movements are shown: what waits, what was decided; money that came, money that went. */
export function InboxFilters({ state, direction }: InboxFiltersProps) {
  const t = useTranslations('payments.inbox');
  return (
    <nav className={classes.filters} aria-label={t('filters')}>
      {transactionStates.map((each) => (
        <Link
          key={each}
          href={`?state=${each}&direction=${direction}`}
          aria-current={each === state || undefined}
        >
          {t(`states.${each}`)}
        </Link>
      ))}
      <span className={classes.gap} />
      {(['in', 'out'] as const).map((each) => (
        <Link
          key={each}
          href={`?state=${state}&direction=${each}`}
          aria-current={each === direction || undefined}
        >
          {t(`directions.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
