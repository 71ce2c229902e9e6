import { documentLogo, documentPage, documentSheets, type PrintOrder } from '@countinghouse/core/documents';
import type { Desk } from '../../adapters/chromium';
import { lookAtDocuments, lookAtSheets } from '../../adapters/measure';

/** Drawing may turn out a little higher than measured; then the sheets are filled less. */
const TRIES = 4;
const TOLERANCE = 0.5;

export interface Printed {
  bytes: Buffer;
  /** Pages of each document, in the order of the documents. */
  pages: number[];
}

const stylesOf = (pages: readonly { css: string }[]) => [...new Set(pages.map(({ css }) => css))].join('\n');

/** Draws documents one after the other on sheets of their paper, and prints them into one file. */
export async function printTogether(desk: Desk, orders: readonly PrintOrder[]): Promise<Printed> {
  const logos = await Promise.all(orders.map(({ snapshot }) => documentLogo(snapshot.brand)));
  const choices = (index: number) => ({ logo: logos[index] });
  let pages = orders.map(({ number, snapshot }, index) => documentPage(number, snapshot, choices(index)));
  const show = () => desk.draw(pages.map(({ html }) => html).join('\n'), stylesOf(pages));
  await show();
  const looks = await desk.look(lookAtDocuments);
  if (looks.length !== orders.length) throw new Error('the browser shows other documents than it was given');
  let shrinks = looks.map(() => 0);
  const long = looks.map(({ fits }) => !fits);
  for (let attempt = 0; long.some(Boolean) && attempt < TRIES; attempt += 1) {
    pages = orders.map(({ number, snapshot }, index) => {
      const { measured } = looks[index] as (typeof looks)[number];
      if (!long[index]) return pages[index] as (typeof pages)[number];
      const shrink = shrinks[index] ?? 0;
      // Rather an untidy page than a line that is cut off.
      const tall = attempt === TRIES - 1 && shrink > 0;
      return documentSheets(number, snapshot, measured, { ...choices(index), shrink, tall });
    });
    await show();
    const excess = await desk.look(lookAtSheets);
    if (excess.every((each) => each <= TOLERANCE)) break;
    shrinks = shrinks.map((shrink, index) => shrink + Math.max(0, excess[index] ?? 0));
  }
  const counts = pages.map(({ html }) => html.split('<section class="page"').length - 1);
  return { bytes: await desk.print(), pages: counts };
}
