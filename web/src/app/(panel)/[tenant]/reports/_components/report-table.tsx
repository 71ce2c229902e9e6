import type { ReactNode } from 'react';
import { classNames } from '../../../../../ui/class-names';
import classes from './reports.module.css';

export interface ReportColumn<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Of the last line; the sums of the columns. */
  total?: ReactNode;
  /** Texts stand at the start, everything else is figures. */
  text?: boolean;
  strong?: boolean;
}

interface ReportTableProps<Row> {
  /** Names the table; shown where there are several. */
  caption: string;
  captionShown: boolean;
  columns: readonly ReportColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Of the line of sums; a table without it has none. */
  totalLabel?: string;
}

/** A table of figures, with a line of sums where there is one. On a phone each row is a card of named figures. */
export function ReportTable<Row>(props: ReportTableProps<Row>) {
  const { caption, captionShown, columns, rows, rowKey, totalLabel } = props;
  const [first, ...figures] = columns;
  const cellClass = (column: ReportColumn<Row>) =>
    classNames(!column.text && classes.figure, column.strong && classes.strong);
  return (
    <div className={classes.box}>
      <table className={classes.table}>
        <caption className={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {figures.map((column) => (
                <td key={column.key} data-label={column.label} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totalLabel !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{totalLabel}</th>
              {figures.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  data-empty={column.total === undefined || undefined}
                  className={cellClass(column)}
                >
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
