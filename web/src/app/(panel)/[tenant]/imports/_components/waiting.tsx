'use client';

import { formatNumber, type NumberFormat } from '@countinghouse/core/platform/money';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { ProgressRow } from '../../../../../ui/progress-row';
import type { ImportSnapshot } from '../snapshot';
import classes from './imports.module.css';
import { MoveButton } from './move-button';
import { useSnapshot } from './use-snapshot';

interface WaitingProps {
  tenant: string;
  id: string;
  initial: ImportSnapshot & { state: 'inspecting' | 'planning' | 'running' };
  numberFormat: NumberFormat;
  mayCancel: boolean;
}

function useProgressText(numberFormat: NumberFormat) {
  const t = useTranslations('imports.waiting');
  return ({ phase, done, total }: ImportSnapshot['progress']): string => {
    if (!phase) return t('soon');
    const show = (count: number) => formatNumber(String(count), numberFormat);
    return total === null
      ? t(`${phase}Count`, { done: show(done) })
      : t(`${phase}Of`, { done: show(Math.min(done, total)), total: show(total) });
  };
}

/** An import at work: how far it is in numbers, and the way to stop it. */
export function Waiting({ tenant, id, initial, numberFormat, mayCancel }: WaitingProps) {
  const t = useTranslations('imports');
  const { snapshot, lost } = useSnapshot(`/${tenant}/imports/${id}/state`, initial);
  const progressText = useProgressText(numberFormat);
  const { progress, result } = snapshot;
  const title = t(`waiting.${initial.state}`);
  return (
    <section className={classes.box} aria-busy="true">
      <p className="visually-hidden" role="status">
        {title}
      </p>
      <ProgressRow icon={IconFileImport} name={title} state={progressText(progress)} progress={progress} />
      {result && (
        <dl className={classes.figures}>
          <div>
            <dt>{t('figures.newSales')}</dt>
            <dd>{formatNumber(String(result.ordersCreated.sales), numberFormat)}</dd>
          </div>
          <div>
            <dt>{t('figures.newReturns')}</dt>
            <dd>{formatNumber(String(result.ordersCreated.returns), numberFormat)}</dd>
          </div>
          <div>
            <dt>{t('figures.moneyDone')}</dt>
            <dd>
              {result.money.map(({ amount, currency }) => (
                <Amount key={currency} minor={amount} currency={currency} numberFormat={numberFormat} />
              ))}
            </dd>
          </div>
        </dl>
      )}
      <p className={classes.hint} role={lost ? 'alert' : undefined}>
        {lost ? t('loadLost') : t('waiting.leave')}
        {initial.state === 'running' && !lost && ` ${t('waiting.kept')}`}
      </p>
      {mayCancel && <MoveButton tenant={tenant} id={id} move="cancel" />}
    </section>
  );
}
