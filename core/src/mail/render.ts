import type { Language } from '../platform/time';
import { textsOf, type MailContent, type MailTemplate, type MailTexts, type MailValues } from './templates';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export interface MailButton {
  label: string;
  link: string;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

// A line end in a subject would begin a header of its own.
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();

const paragraph = (text: string) => `<p style="margin:0 0 16px">${escape(text)}</p>`;

const buttonHtml = ({ label, link }: MailButton) =>
  `<p style="margin:24px 0"><a href="${escape(link)}" style="background:#1f6b4a;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none">${escape(label)}</a></p>
<p style="margin:0 0 16px;color:#6b675f;font-size:13px;word-break:break-all">${escape(link)}</p>`;

interface Layout {
  language: Language;
  subject: string;
  /** In HTML already. */
  body: readonly string[];
  footer: string;
}

const toHtml = ({ language, subject, body, footer }: Layout): string =>
  [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#f6f4ef;color:#23211d;font:16px/1.5 sans-serif">',
    '<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px">',
    ...body,
    `<p style="margin:24px 0 0;color:#6b675f;font-size:13px">${escape(footer)}</p>`,
    '</div></body></html>',
  ].join('\n');

const templateHtml = (content: MailContent, link: string, footer: string, language: Language): string =>
  toHtml({
    language,
    subject: content.subject,
    body: [
      ...content.before.map(paragraph),
      buttonHtml({ label: content.action, link }),
      ...content.after.map(paragraph),
    ],
    footer,
  });

/** Lays a mail out in a language. Whatever people typed is escaped in the HTML and kept out of the headers. */
export function renderMail<Template extends MailTemplate>(
  template: Template,
  language: Language,
  values: MailValues[Template],
): RenderedMail {
  const texts = textsOf(language);
  const write: MailTexts['mails'][Template] = texts.mails[template];
  const content = write(values);
  const text = [
    ...content.before,
    `${content.action}:\n${values.link}`,
    ...content.after,
    `-- \n${texts.footer}`,
  ];
  return {
    subject: oneLine(content.subject),
    text: `${text.join('\n\n')}\n`,
    html: templateHtml(content, values.link, texts.footer, language),
  };
}

interface Written {
  language: Language;
  subject: string;
  text: string;
  button: MailButton | null;
  footer: string;
}

/** Lays out a mail that people have written themselves: their paragraphs and line breaks, escaped, and no more. */
export function renderWritten({ language, subject, text, button, footer }: Written): RenderedMail {
  const parts = text.split(/\n{2,}/).filter(Boolean);
  const title = oneLine(subject);
  const plain = [
    ...parts,
    ...(button ? [`${button.label}:\n${button.link}`] : []),
    `-- \n${oneLine(footer)}`,
  ];
  const body = [
    ...parts.map((part) => paragraph(part).replace(/\n/g, '<br>')),
    ...(button ? [buttonHtml(button)] : []),
  ];
  return {
    subject: title,
    text: `${plain.join('\n\n')}\n`,
    html: toHtml({ language, subject: title, body, footer }),
  };
}
