import { escapeHtml, staticMarkup } from './static-markup';
import classes from './table.module.css';
import type { Column, RowShape } from './types';

function openCell<Row>({ align, card, quiet }: Column<Row>): string {
  const names = [align && classes.end, quiet && classes.quiet, classes[card ?? 'noCard']];
  return `<td class="${names.filter(Boolean).join(' ')}">`;
}

type DrawRow<Row> = (row: Row) => string;

function rowDrawer<Row>({ columns, linkColumn, id, href, selectable, sum }: RowShape<Row>): DrawRow<Row> {
  const link = linkColumn ?? columns[0]?.key;
  const cells = columns.map((column) => ({ ...column, open: openCell(column) }));
  const cellText = (row: Row, { key, cell }: Column<Row>) => {
    const content = staticMarkup(cell(row));
    return href && key === link ? `<a href="${escapeHtml(href(row))}">${content}</a>` : content;
  };
  return (row) => {
    const part = sum?.(row);
    let html = `<tr data-id="${escapeHtml(id(row))}"`;
    if (part) html += ` data-sum="${escapeHtml(`${part.minor} ${part.currency}`)}"`;
    html += '>';
    if (selectable) {
      const name = escapeHtml(selectable(row));
      html += `<td class="${classes.check}"><input type="checkbox" aria-label="${name}"></td>`;
    }
    for (const cell of cells) html += `${cell.open}${cellText(row, cell)}</td>`;
    return `${html}</tr>`;
  };
}

/**
 * Rows of a list as one body of the table. Selecting and opening is done by the table around them, so a row
 * costs no component in the browser. `loadMore` answers the same rows for further pages.
 */
export function Rows<Row>({ rows, ...shape }: RowShape<Row> & { rows: readonly Row[] }) {
  const html = rows.map(rowDrawer(shape)).join('');
  return <tbody dangerouslySetInnerHTML={{ __html: html }} />;
}
