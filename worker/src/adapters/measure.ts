import type { Measured } from '@countinghouse/core/documents';

/** What the browser tells about one document, and how far its sheets are too full. */
export interface Look {
  measured: Measured;
  /** Whether it fits on one sheet as it is. */
  fits: boolean;
}

/**
 * Runs in the browser, in the page that shows documents on endless sheets: how high everything is. The page's own
 * scripts are off; this one comes from us.
 */
export function lookAtDocuments(): Look[] {
  const LONG = 160;
  const heightOf = (element: Element) => element.getBoundingClientRect().height;

  /** Where the lines of a text begin: each found by doubling steps, then halving them. */
  const linesOf = (text: Text) => {
    const range = document.createRange();
    const top = (at: number) => {
      range.setStart(text, at);
      range.setEnd(text, Math.min(at + 1, text.length));
      const box = range.getClientRects()[0];
      return box ? box.top : null;
    };
    const starts = [0];
    let current = top(0) ?? 0;
    let at = 0;
    while (at < text.length) {
      let [low, step] = [at, 1];
      const below = (place: number) => {
        const found = top(place);
        return found !== null && found > current + 3;
      };
      while (low + step < text.length && !below(low + step)) [low, step] = [low + step, step * 2];
      let high = Math.min(low + step, text.length);
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (below(middle)) high = middle;
        else low = middle;
      }
      if (high >= text.length && !below(text.length - 1)) break;
      at = high;
      current = top(at) ?? current;
      starts.push(at);
      if (at >= text.length - 1) break;
    }
    return starts;
  };

  return [...document.querySelectorAll('article')].map((article) => {
    const sheet = article.querySelector('.page') as HTMLElement;
    const body = article.querySelector('.body') as HTMLElement;
    const style = getComputedStyle(sheet);
    const least = parseFloat(style.minHeight);
    const foot = article.querySelector('footer') as HTMLElement;
    const footStyle = getComputedStyle(foot);
    const room =
      least -
      parseFloat(style.paddingTop) -
      parseFloat(style.paddingBottom) -
      heightOf(foot) -
      parseFloat(footStyle.marginTop);
    // Blocks follow each other: children of the body, and in place of the table its rows.
    const head = body.querySelector('.lines thead');
    const marks = [...body.children].flatMap((child) =>
      child.matches('.lines')
        ? [...(child as HTMLTableElement).tBodies].flatMap((rows) => [...rows.rows])
        : [child],
    );
    const boxes = marks.map((mark) => mark.getBoundingClientRect());
    const end = boxes.at(-1)?.bottom ?? 0;
    const tops = boxes.map((box) => box.top);
    const headTop = head?.getBoundingClientRect().top;
    const heights = tops.map((top, index) => {
      const next = tops[index + 1] ?? end;
      // Before the table, its head lies between.
      return headTop !== undefined && headTop >= top && headTop < next ? headTop - top : next - top;
    });
    const lines: Measured['lines'] = {};
    marks.forEach((mark, index) => {
      const text = mark.querySelector('[data-long]')?.firstChild;
      const box = mark.querySelector('[data-long]')?.getBoundingClientRect();
      if (!(text instanceof Text) || !box || box.height < LONG) return;
      const starts = linesOf(text);
      (lines as Record<number, Measured['lines'][number]>)[index] = {
        starts,
        height: box.height / starts.length,
      };
    });
    return {
      measured: { room, tableHead: head ? heightOf(head) + 24 : 0, heights, lines },
      fits: heightOf(sheet) <= least + 0.5,
    };
  });
}

/** Runs in the browser, over finished sheets: by how many pixels the fullest of each document is too high. */
export const lookAtSheets = (): number[] =>
  [...document.querySelectorAll('article')].map((article) =>
    Math.max(
      ...[...article.querySelectorAll('.page')].map((sheet) => {
        const least = parseFloat(getComputedStyle(sheet).minHeight);
        return sheet.getBoundingClientRect().height - least;
      }),
    ),
  );
