import type { DocumentSnapshot } from '../schemas';
import type { Block } from './blocks';
import { html, short, shortName, type Html } from './html';
import type { Writing } from './language';
import { footer } from './letterhead';
import type { Page } from './paginate';
import { tableHead } from './table';
import type { Content } from './trade';
import { fill } from './words';

export interface Drawing {
  number: string;
  snapshot: DocumentSnapshot;
  writing: Writing;
  content: Content;
}

function carryRow(
  { snapshot, writing, content }: Drawing,
  label: string,
  sum: bigint | null,
  className: string,
): Html | null {
  if (sum === null) return null;
  return html`<tr class="carry ${className}">
    <th colspan="${content.columns.length - 1}" scope="row">${label}</th>
    <td class="n">${writing.amount(sum, snapshot.currency)}</td>
  </tr>`;
}

/** The rows of a page are one table; all else stands by itself. */
function body(drawing: Drawing, { blocks, brought, carried }: Page): Html[] {
  const { words } = drawing.writing;
  const isRow = ({ kind }: Block) => kind === 'row';
  const [first, last] = [blocks.findIndex(isRow), blocks.findLastIndex(isRow)];
  const markup = (some: readonly Block[]) => some.map((each) => each.html);
  if (first < 0) return markup(blocks);
  const table = html`<table class="lines">
    ${tableHead(drawing.content.columns)}
    <tbody>
      ${carryRow(drawing, words.brought, brought, 'brought')} ${markup(blocks.slice(first, last + 1))}
      ${carryRow(drawing, words.carried, carried, 'carried')}
    </tbody>
  </table>`;
  return [...markup(blocks.slice(0, first)), table, ...markup(blocks.slice(last + 1))];
}

/** One sheet of paper. */
function sheet(drawing: Drawing, page: Page, number: number, of: number): Html {
  const { snapshot, writing, content } = drawing;
  const running = html`<div class="running">
    <span dir="auto">${shortName(snapshot.seller.name)}</span>
    <span dir="auto">${short(content.title)} ${short(drawing.number)}</span>
  </div>`;
  return html`<section class="page">
    ${number > 1 ? running : null}
    <div class="body">${body(drawing, page)}</div>
    <footer>
      ${footer(snapshot, writing)}
      <div class="paging">${fill(writing.words.page, { page: String(number), pages: String(of) })}</div>
    </footer>
  </section>`;
}

/** A document as so many sheets; `tall` ones may be higher than their paper, and go on on the next. */
export function sheets(drawing: Drawing, pages: readonly Page[], tall: boolean): Html {
  const { snapshot } = drawing;
  const className = `paper ${snapshot.brand.paper} ${snapshot.kind}${tall ? ' tall' : ''}`;
  return html`<article class="${className} c${brandColor(snapshot).slice(1)}" lang="${snapshot.language}">
    ${pages.map((page, index) => sheet(drawing, page, index + 1, pages.length))}
  </article>`;
}

/** The company's colour; ours where it is none. */
export const brandColor = ({ brand }: DocumentSnapshot): string =>
  /^#[0-9a-f]{6}$/i.test(brand.color) ? brand.color.toLowerCase() : '#1f6b4a';
