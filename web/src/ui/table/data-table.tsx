import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '../icon';
import { queryText, sortAddress, sortDirection } from './address';
import { MoreRows } from './more-rows';
import { Rows } from './rows';
import { TableBehaviour } from './table-behaviour';
import classes from './table.module.css';
import type { Column, LoadMore, RowShape, SearchParams } from './types';

interface DataTableProps<Row> extends RowShape<Row> {
  rows: readonly Row[];
  /** What the list holds, for screen readers: "Orders". */
  label: string;
  /** The page's search parameters: headers keep what is in them. */
  search: SearchParams;
  /** The sort in force, such as `-placedAt`. */
  sort: string;
  nextCursor: string | null;
  loadMore: LoadMore;
  numberFormat: NumberFormat;
  /** Buttons for what can be done with a selection; they use `useSelection`. */
  bulk?: ReactNode;
  /** Shown in place of the rows where there are none. */
  empty?: ReactNode;
}

interface HeadProps<Row> {
  column: Column<Row>;
  search: SearchParams;
  sort: string;
}

function Head<Row>({ column, search, sort }: HeadProps<Row>) {
  const { label, align, sort: field, width } = column;
  const direction = field && sortDirection(sort, field);
  return (
    <th
      scope="col"
      className={align && classes.end}
      aria-sort={direction || undefined}
      style={width ? { width } : undefined}
    >
      {field ? (
        <a href={sortAddress(search, sort, field)}>
          {label}
          {direction && <Icon of={direction === 'ascending' ? IconChevronUp : IconChevronDown} size={14} />}
        </a>
      ) : (
        label
      )}
    </th>
  );
}

function HeadRow<Row>({ columns, search, sort, selectable }: DataTableProps<Row>) {
  const t = useTranslations('common.table');
  return (
    <tr>
      {selectable && (
        <th className={classes.check}>
          <input type="checkbox" aria-label={t('selectAll')} />
        </th>
      )}
      {columns.map((column) => (
        <Head key={column.key} column={column} search={search} sort={sort} />
      ))}
    </tr>
  );
}

/** A list: sorted by its headers, opened and selected by mouse or keyboard, continued as one scrolls. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, label, search, nextCursor, loadMore, numberFormat, bulk, empty, ...rest } = props;
  const { columns, linkColumn, id, href, selectable, sum } = rest;
  if (rows.length === 0 && empty) return empty;
  const shape = { columns, id, ...(linkColumn && { linkColumn }), ...(href && { href }) };
  const query = queryText(search, ['cursor']).toString();
  return (
    <TableBehaviour numberFormat={numberFormat} bulk={bulk} key={query}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <HeadRow {...props} />
        </thead>
        <Rows {...shape} {...(selectable && { selectable })} {...(sum && { sum })} rows={rows} />
        {nextCursor !== null && (
          <MoreRows
            loadMore={loadMore}
            search={query}
            cursor={nextCursor}
            stamp={Date.now()}
            span={columns.length + (selectable ? 1 : 0)}
          />
        )}
      </table>
    </TableBehaviour>
  );
}
