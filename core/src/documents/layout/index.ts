import { withNumber, type DocumentPage, type DocumentSnapshot } from '../schemas';
import { writing } from './language';
import { letterContent } from './letter';
import { brandColor, sheets, type Drawing } from './page';
import { paginate, type Measured, type Page } from './paginate';
import { brandStyle, sharedStyle } from './style';
import { tradeContent } from './trade';
import { words } from './words';

export { writing } from './language';
export type { Measured } from './paginate';
export { sampleSnapshot } from './sample';
export { titleOf } from './words';

interface Choices {
  /** The company's logo as a `data:` address. */
  logo?: string | undefined;
}

function draw(number: string, frozen: DocumentSnapshot, { logo }: Choices): Drawing {
  const snapshot = withNumber(frozen, number);
  const style = writing(snapshot.language, snapshot.brand.paper);
  const content =
    'items' in snapshot
      ? tradeContent(number, snapshot, style, logo)
      : letterContent(number, snapshot, style, logo);
  return { number, snapshot, writing: style, content };
}

function finish(drawing: Drawing, pages: readonly Page[], tall = false): DocumentPage {
  const { snapshot, content, number } = drawing;
  return {
    html: sheets(drawing, pages, tall).text,
    css: sharedStyle + brandStyle(brandColor(snapshot)),
    title: `${content.title} ${number}`,
    language: snapshot.language,
    paper: snapshot.brand.paper,
  };
}

/**
 * A document on one sheet as long as it takes: what screens show, and what a printer measures. A draft has no number
 * yet: where null is given, the sheet says in its own language that it is one.
 */
export function documentPage(
  number: string | null,
  snapshot: DocumentSnapshot,
  choices: Choices = {},
): DocumentPage {
  const drawing = draw(number ?? words[snapshot.language].draft, snapshot, choices);
  return finish(drawing, [{ blocks: [...drawing.content.blocks], brought: null, carried: null }]);
}

/**
 * The same document on sheets of its paper, with sums carried from one to the next.
 * `shrink`: pixels that each sheet is to be emptier than measured; `tall`: sheets may be higher than their paper.
 */
export function documentSheets(
  number: string,
  snapshot: DocumentSnapshot,
  measured: Measured,
  { shrink = 0, tall = false, ...choices }: Choices & { shrink?: number; tall?: boolean } = {},
): DocumentPage {
  const drawing = draw(number, snapshot, choices);
  return finish(drawing, paginate(drawing.content.blocks, measured, shrink), tall);
}
