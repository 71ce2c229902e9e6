'use client';

import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { shown } from './draft';
import { draftTotals } from './lines-input';
import classes from './lines.module.css';
import type { LinesProps } from './part-props';

/** The sums of what is typed so far. */
export function LinesSum({ draft, rules, kind }: Pick<LinesProps, 'draft' | 'rules' | 'kind'>) {
  const t = useTranslations('lines');
  const totals = draftTotals(draft, rules, kind);
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
          <dt>{t('taxGroup', { rate: shown(group.taxRate, rules.numberFormat) })}</dt>
          <dd>{amount(group.taxMinor)}</dd>
        </div>
      ))}
      <dt className={classes.total}>{t('total')}</dt>
      <dd className={classes.total}>{amount(totals.totalMinor)}</dd>
    </dl>
  );
}
