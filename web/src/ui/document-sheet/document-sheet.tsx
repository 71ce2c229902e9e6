'use client';

import { useEffect, useRef } from 'react';
import type { DocumentPage } from '@countinghouse/core/documents/schemas';
import classes from './document-sheet.module.css';

/** Widths of paper in CSS pixels, 96 to the inch. */
const widths = { a4: (210 / 25.4) * 96, letter: 8.5 * 96 };

// On a screen the sheet is one, and it is page 1 of itself.
const onScreen = `:host{display:block;overflow:hidden}.paper{transform-origin:0 0}.paging{visibility:hidden}`;

/**
 * A document as it will be printed, as wide as the box it stands in. `html` and `css` come from `viewDocument` or
 * `documentPage` of `@countinghouse/core/documents`, called on the server; new ones redraw it, for previews.
 *
 *     import { DocumentSheet } from '…/ui/document-sheet/document-sheet';
 *     <DocumentSheet {...page} />
 */
export function DocumentSheet({ html, css, title, paper }: Omit<DocumentPage, 'language'>) {
  const box = useRef<HTMLDivElement>(null);

  // In a shadow: neither do the styles of the paper reach the screen nor the other way round.
  useEffect(() => {
    if (!box.current) return;
    const root = box.current.shadowRoot ?? box.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css + onScreen);
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = html;
  }, [html, css]);

  useEffect(() => {
    const host = box.current;
    const article = host?.shadowRoot?.querySelector('article');
    if (!host || !article) return;
    const fit = () => {
      const scale = host.clientWidth / widths[paper];
      article.style.width = `${widths[paper]}px`;
      article.style.transform = `scale(${scale})`;
      host.style.height = `${Math.ceil(article.offsetHeight * scale)}px`;
    };
    const observer = new ResizeObserver(fit);
    observer.observe(host.parentElement ?? host);
    observer.observe(article);
    return () => observer.disconnect();
  }, [html, css, paper]);

  return (
    <div className={classes.sheet}>
      <div
        ref={box}
        className={paper === 'a4' ? classes.a4 : classes.letter}
        role="document"
        aria-label={title}
      />
    </div>
  );
}
