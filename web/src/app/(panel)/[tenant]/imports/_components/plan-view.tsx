import type { ImportDto, ImportPlan } from '@countinghouse/core/imports';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../../../../ui/button';
import type { Reader } from '../../../../../ui/reader';
import { Figures } from './figures';
import classes from './imports.module.css';
import { MoveButton } from './move-button';
import { ProblemList } from './problem-list';

interface PlanViewProps {
  tenant: string;
  record: ImportDto & { plan: ImportPlan };
  reader: Reader;
  writes: boolean;
  mayStart: boolean;
}

/** What would happen, and the choice to let it. */
export function PlanView({ tenant, record, reader, writes, mayStart }: PlanViewProps) {
  const t = useTranslations('imports.plan');
  const { id, version, plan } = record;
  const { newSales, newReturns, unchanged } = plan.orders;
  const nothing = newSales + newReturns === 0;
  const text = !nothing ? t('text') : unchanged > 0 ? t('nothingSame') : t('nothingGood');
  return (
    <div className={classes.stack}>
      <div role="status">
        <h2>{t(nothing ? 'nothing' : 'title')}</h2>
        <p className={classes.hint}>{text}</p>
      </div>
      <Figures plan={plan} numberFormat={reader.numberFormat} />
      <ProblemList tenant={tenant} record={record} reader={reader} />
      {writes && (
        <div className={classes.buttons}>
          <MoveButton tenant={tenant} id={id} move="cancel" />
          <ButtonLink href={`/${tenant}/imports/${id}?change=1`}>{t('change')}</ButtonLink>
          {mayStart && (!nothing || unchanged > 0) && (
            <MoveButton tenant={tenant} id={id} move="start" version={version} />
          )}
        </div>
      )}
      {!mayStart && <p className={classes.hint}>{t('maySee')}</p>}
    </div>
  );
}
