import { fieldText, reasonText, type ImportDto } from '@countinghouse/core/imports';
import { formatNumber } from '@countinghouse/core/platform/money';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../../../../ui/button';
import type { Reader } from '../../../../../ui/reader';
import classes from './imports.module.css';

interface ProblemListProps {
  tenant: string;
  record: ImportDto;
  reader: Reader;
}

/** The first lines that are not imported, each with its reason, and the way to all of them. */
export function ProblemList({ tenant, record, reader }: ProblemListProps) {
  const t = useTranslations('imports.problems');
  const { plan, result, format, mapping } = record;
  const total = Math.max(result?.linesRejected ?? 0, plan?.lines.rejected ?? 0, plan?.problems.length ?? 0);
  if (!plan || total === 0) return null;
  const number = (count: number) => formatNumber(String(count), reader.numberFormat);
  const columnName = (field: string) => {
    const index = (mapping as Partial<Record<string, number>> | null)?.[field];
    return (index === undefined ? undefined : format?.header[index]) || fieldText(field, reader.language);
  };
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      {total > plan.problems.length && (
        <p className={classes.hint}>
          {t('first', { shown: number(plan.problems.length), total: number(total) })}
        </p>
      )}
      <div className={classes.scroll} role="region" aria-label={t('title')} tabIndex={0}>
        <table className={classes.table} data-wraps>
          <thead>
            <tr>
              {(['line', 'column', 'value', 'reason'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.problems.map((problem) => (
              <tr key={`${problem.line} ${problem.code}`}>
                <td>{problem.line}</td>
                <td>{problem.column ? columnName(problem.column) : '–'}</td>
                <td>{problem.value || '–'}</td>
                <td>{reasonText(problem.code, reader.language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.row}>
        <ButtonLink icon={IconDownload} href={`/${tenant}/imports/${record.id}/report`} download>
          {t('report')}
        </ButtonLink>
        <p className={classes.hint}>{t('reportHint')}</p>
      </div>
    </section>
  );
}
