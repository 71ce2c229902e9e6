import type { AuditLine } from '@countinghouse/core/audit-log';
import { formatNumber } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../ui/reader';
import classes from './detail.module.css';
import { useHistoryText } from './use-history-text';

interface RecordHistoryProps {
  area: 'customers' | 'products';
  lines: readonly AuditLine[];
  reader: Reader;
}

/** Fields whose values say something as they are; of the others only the name is shown. */
const plainFields = new Set(['name', 'sku', 'unitPrice', 'currency', 'externalNumber', 'taxId']);

const shown = (field: string, value: unknown, { numberFormat }: Reader): string => {
  if (typeof value !== 'string' || value === '') return '–';
  return field === 'unitPrice' ? formatNumber(value, numberFormat) : value;
};

/** What happened to a customer or a product, the newest first, with what was changed. */
export function RecordHistory({ area, lines, reader }: RecordHistoryProps) {
  const t = useTranslations(area as 'customers');
  const now = new Date();
  const say = useHistoryText(area);
  const change = (field: string, { from, to }: { from?: unknown; to?: unknown }) => {
    const key = `fields.${field}`;
    const label = t.has(key as never) ? t(key as never) : field;
    if (!plainFields.has(field)) return label;
    return `${label}: ${shown(field, from, reader)} → ${shown(field, to, reader)}`;
  };
  return (
    <section className={classes.box}>
      <h2>{t('history.title')}</h2>
      <ol className={classes.history}>
        {lines.map((line) => (
          <li key={line.id}>
            <div className={classes.line}>
              <span>{say(line)}</span>
              <time dateTime={line.at}>{showTime(line.at, reader, now)}</time>
            </div>
            {line.action.endsWith('.update') && (
              <ul className={classes.changes}>
                {Object.entries(line.changes).map(([field, values]) => (
                  <li key={field}>{change(field, values)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
