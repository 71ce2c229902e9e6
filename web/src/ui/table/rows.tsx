import classes from './table.module.css';
import type { Column, RowShape } from './types';

function cellClass({ align, card, quiet }: Column<never>): string | undefined {
  const names = [align && classes.end, quiet && classes.quiet, classes[card ?? 'noCard']];
  return names.filter(Boolean).join(' ') || undefined;
}

/**
 * The rows of a list: plain cells, drawn on the server. Selecting and opening is done by the table around
 * them, so a row costs no component in the browser. `loadMore` answers the same rows for further pages.
 */
export function Rows<Row>({ rows, ...shape }: RowShape<Row> & { rows: readonly Row[] }) {
  const { columns, id, href, selectable, sum } = shape;
  const linkColumn = shape.linkColumn ?? columns[0]?.key;
  const cells = columns.map((column) => ({ ...column, className: cellClass(column as Column<never>) }));
  return rows.map((row) => {
    const part = sum?.(row);
    return (
      <tr key={id(row)} data-id={id(row)} data-sum={part ? `${part.minor} ${part.currency}` : undefined}>
        {selectable && (
          <td className={classes.check}>
            <input type="checkbox" aria-label={selectable(row)} />
          </td>
        )}
        {cells.map(({ key, className, cell }) => (
          <td key={key} className={className}>
            {href && key === linkColumn ? <a href={href(row)}>{cell(row)}</a> : cell(row)}
          </td>
        ))}
      </tr>
    );
  });
}
