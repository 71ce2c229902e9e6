import type { Block } from './blocks';

/** What a browser has found about a document that was drawn on one endless page; pixels of 1/96 inch. */
export interface Measured {
  /** Height of a page without its margins, and without its foot. */
  room: number;
  /** Height of the head of the table. */
  tableHead: number;
  /** Height of each block with the space after it. */
  heights: readonly number[];
  /** Of long texts, by block: where each of their lines begins, and how high a line is. */
  lines: Readonly<Record<number, { starts: readonly number[]; height: number }>>;
}

/** Heights of what only pages after the first have; the style sheet keeps to them. */
export const RUNNING_HEAD = 34;
export const CARRY_ROW = 28;

const LINES_APIECE = 4;

interface Piece {
  block: Block;
  height: number;
}

/** One page: its blocks, and the sums carried over from the page before and to the page after. */
export interface Page {
  blocks: Block[];
  brought: bigint | null;
  carried: bigint | null;
}

/** Divides long texts where their lines begin, so that a page can end between them. */
function divide(block: Block, height: number, lines: Measured['lines'][number] | undefined): Piece[] {
  if (!block.long || !lines || lines.starts.length <= LINES_APIECE) return [{ block, height }];
  const { text, parts } = block.long;
  const cuts = lines.starts.filter((_, index) => index > 0 && index % LINES_APIECE === 0);
  const texts = [0, ...cuts].map((start, index) => text.slice(start, cuts[index]));
  const around = Math.max(0, height - lines.starts.length * lines.height);
  return parts(texts).map((part, index) => {
    const count = index < cuts.length ? LINES_APIECE : lines.starts.length - cuts.length * LINES_APIECE;
    const own = index === 0 || index === cuts.length ? around : 0;
    return { block: part, height: count * lines.height + own + 1 };
  });
}

/** Pieces that must stand on one page: headings with what follows, the last row with the sums. */
function inGroups(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let joins = false;
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1];
    if (joins) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    const lastRow = piece.block.kind === 'row' && next?.block.kind === 'block';
    joins = piece.block.withNext === true || lastRow;
  });
  return groups;
}

const heightOf = (group: readonly Piece[]) => group.reduce((sum, { height }) => sum + height, 0);
const hasRow = (group: readonly Piece[]) => group.some(({ block }) => block.kind === 'row');

/**
 * Distributes blocks over pages. A row is never torn; where the table goes on, the sum so far stands at the foot of
 * its page and at the head of the next.
 * @param shrink pixels that each page is to be emptier, where a browser has drawn one too full
 */
export function paginate(blocks: readonly Block[], measured: Measured, shrink = 0): Page[] {
  if (measured.heights.length !== blocks.length) throw new Error('what was measured is not this document');
  const pieces = blocks.flatMap((block, index) =>
    divide(block, measured.heights[index] ?? 0, measured.lines[index]),
  );
  const groups = inGroups(pieces);
  const lastTable = groups.findLastIndex(hasRow);
  const pages: Page[] = [];
  let page: Page = { blocks: [], brought: null, carried: null };
  let [used, sum, inTable] = [0, 0n, false];
  const room = () => measured.room - shrink - (pages.length > 0 ? RUNNING_HEAD : 0);
  groups.forEach((group, index) => {
    const rows = hasRow(group);
    const needs = (fresh: boolean) =>
      heightOf(group) + (rows && (fresh || !inTable) ? measured.tableHead : 0);
    // Unless the table ends here, the row with the sum so far has to fit, too.
    const reserve = rows && index < lastTable ? CARRY_ROW : 0;
    if (page.blocks.length > 0 && used + needs(false) + reserve > room()) {
      const goesOn = rows && inTable;
      if (goesOn) page.carried = sum;
      pages.push(page);
      page = { blocks: [], brought: goesOn ? sum : null, carried: null };
      [used, inTable] = [goesOn ? CARRY_ROW : 0, false];
    }
    used += needs(page.blocks.length === 0);
    inTable ||= rows;
    for (const { block } of group) {
      page.blocks.push(block);
      sum += block.amount ?? 0n;
    }
  });
  return [...pages, page];
}
