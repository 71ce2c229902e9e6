'use client';

import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { draftTotals, type DraftRules, type OrderDraft } from './draft';
import classes from './order-form.module.css';

/** The sums of what is typed so far. */
export function OrderSum({ draft, rules }: { draft: OrderDraft; rules: DraftRules }) {
  const t = useTranslations('orders.form');
  const totals = draftTotals(draft, rules);
  if (!totals) return <p className={classes.noSum}>{t('noTotals')}</p>;
  const amount = (minor: bigint) => (
    <Amount minor={minor} currency={draft.currency} numberFormat={rules.numberFormat} />
  );
  return (
    <dl className={classes.sum} aria-live="polite">
      <dt>{t('net')}</dt>
      <dd>{amount(totals.netMinor)}</dd>
      {totals.groups.map((group) => (
        <div key={`${group.taxCode}${group.taxRate}`} className={classes.sumRow}>
          <dt>{t('taxGroup', { rate: group.taxRate })}</dt>
          <dd>{amount(group.taxMinor)}</dd>
        </div>
      ))}
      <dt className={classes.total}>{t('total')}</dt>
      <dd className={classes.total}>{amount(totals.totalMinor)}</dd>
    </dl>
  );
}
