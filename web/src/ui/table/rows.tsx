import { writesDocument } from '../../server/document-answer';
import { putAside } from './rows-apart';
import { RowsOfDocument } from './rows-of-document';
import { escapeHtml, staticMarkup } from './static-markup';
import classes from './table.module.css';
import type { Column, RowShape } from './types';

/** How a cell without a value is drawn; a card on a phone leaves it out. */
const nothing = new Set(['', '–']);

function openCell<Row>({ align, card, quiet }: Column<Row>, isEmpty: boolean): string {
  const place = isEmpty ? 'noCard' : (card ?? 'noCard');
  const names = [align && classes.end, quiet && classes.quiet, classes[place]];
  return `<td class="${names.filter(Boolean).join(' ')}">`;
}

type DrawRow<Row> = (row: Row) => string;

function rowDrawer<Row>({ columns, linkColumn, id, href, selectable, sum }: RowShape<Row>): DrawRow<Row> {
  const link = linkColumn ?? columns[0]?.key;
  const cells = columns.map((column) => ({
    ...column,
    open: openCell(column, false),
    openEmpty: openCell(column, true),
  }));
  const cellText = (row: Row, { key, cell, open, openEmpty }: (typeof cells)[number]) => {
    const content = staticMarkup(cell(row));
    if (nothing.has(content)) return openEmpty + content;
    return open + (href && key === link ? `<a href="${escapeHtml(href(row))}">${content}</a>` : content);
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
    for (const cell of cells) html += `${cellText(row, cell)}</td>`;
    return `${html}</tr>`;
  };
}

/**
 * Rows of a list as one body of the table. Selecting and opening is done by the table around them, so a row
 * costs no component in the browser. `loadMore` answers the same rows for further pages.
 */
export function Rows<Row>({ rows, ...shape }: RowShape<Row> & { rows: readonly Row[] }) {
  const html = rows.map(rowDrawer(shape)).join('');
  if (writesDocument()) return <RowsOfDocument name={putAside(html)} />;
  return <tbody dangerouslySetInnerHTML={{ __html: html }} />;
}
