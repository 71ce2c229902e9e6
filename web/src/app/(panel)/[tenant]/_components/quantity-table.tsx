'use client';

import { formatNumber, parseAmountInput, type NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import classes from './dialogs.module.css';
import type { QuantityRow } from './typed-quantities';

interface QuantityTableProps {
  rows: readonly QuantityRow[];
  /** As typed, by row; a row that is not here takes nothing. */
  typed: Readonly<Record<string, string>>;
  onType: (typed: Record<string, string>) => void;
  /** What is wrong with a row. */
  faults: Readonly<Record<string, string>>;
  numberFormat: NumberFormat;
  labels: { title: string; left: string; take: string };
}

const isRight = (text: string, format: NumberFormat) =>
  text.trim() === '' || parseAmountInput(text, format) !== null;

/** Lines of a record with what is left of each and a field for how much of it is taken. */
export function QuantityTable({ rows, typed, onType, faults, numberFormat, labels }: QuantityTableProps) {
  const t = useTranslations('lines');
  const tableId = useId();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={labels.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{labels.title}</th>
            <th scope="col" className={classes.figure}>
              {labels.left}
            </th>
            <th scope="col" className={classes.figure}>
              {labels.take}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, left }, index) => (
            <tr key={id}>
              <td>{title}</td>
              <td className={classes.figure}>{formatNumber(left, numberFormat)}</td>
              <td className={classes.figure}>
                <input
                  inputMode="decimal"
                  aria-label={`${labels.take}, ${t('line', { number: index + 1 })}`}
                  value={typed[id] ?? ''}
                  disabled={left === '0'}
                  aria-invalid={id in faults || !isRight(typed[id] ?? '', numberFormat) || undefined}
                  aria-describedby={id in faults ? `${tableId}-${id}` : undefined}
                  onChange={(event) => onType({ ...typed, [id]: event.currentTarget.value })}
                />
                {id in faults && (
                  <small id={`${tableId}-${id}`} className={classes.fault}>
                    {faults[id]}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
