import { html, type Html } from './html';

/** What a page is made of, from top to bottom; only long texts may be divided further. */
export interface Block {
  kind: 'block' | 'row';
  html: Html;
  /** What a row adds to the sum that is carried from page to page. */
  amount?: bigint;
  /** Stays on the page of the block after it: headings. */
  withNext?: boolean;
  /** A text that may be longer than a page: its parts as blocks of their own. */
  long?: { text: string; parts: (texts: readonly string[]) => Block[] };
}

export const block = (content: Html): Block => ({ kind: 'block', html: content });

const paragraph = (text: string, className: string, place: string) =>
  block(html`<div class="text ${className} ${place}" dir="auto"><span data-long>${text}</span></div>`);

/** Text of a person, as typed, line breaks and all; nothing where there is none. */
export function textBlock(text: string, className: string): Block[] {
  if (text.trim() === '') return [];
  return [
    {
      ...paragraph(text, className, 'first last'),
      long: {
        text,
        parts: (texts) =>
          texts.map((part, index) =>
            paragraph(
              part,
              className,
              [index === 0 && 'first', index === texts.length - 1 && 'last'].filter(Boolean).join(' '),
            ),
          ),
      },
    },
  ];
}

/** A line of a table of sums. */
export interface SumLine {
  label: string | Html;
  value: string;
  strong?: boolean;
  faint?: boolean;
}

export const sumLines = (lines: readonly SumLine[]): Html =>
  html`<table class="sums">
    ${lines.map(
      ({ label, value, strong, faint }) =>
        html`<tr class="${strong ? 'strong' : faint ? 'faint' : ''}">
          <th scope="row" dir="auto">${label}</th>
          <td class="n">${value}</td>
        </tr>`,
    )}
  </table>`;
