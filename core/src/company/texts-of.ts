import type { DocumentKind } from '../documents/schemas';
import type { Language } from '../platform/time';
import {
  fillText,
  type CompanyProfileDto,
  type DocumentTexts,
  type MailTemplate,
  type MailText,
} from './schemas';
import type { PlaceholderValues } from './placeholders';
import { standardMails } from './standard-mails';
import { standardTexts } from './standard-texts';

/** What documents of a kind begin and end with, with their placeholders: the company's own words or the standard ones. */
export const textsFor = (
  profile: Pick<CompanyProfileDto, 'texts'>,
  language: Language,
  kind: DocumentKind,
): DocumentTexts => profile.texts[language]?.[kind] ?? standardTexts[language][kind];

/** The texts of a document with what is known of it; the number is only given at the end. */
export const filledTexts = (texts: DocumentTexts, values: PlaceholderValues): DocumentTexts => ({
  intro: fillText(texts.intro, values),
  outro: fillText(texts.outro, values),
  terms: fillText(texts.terms, values),
  footer: fillText(texts.footer, values),
});

/** Subject and text, with their placeholders, of the mail that a document goes with. */
export const mailTemplateFor = (
  profile: Pick<CompanyProfileDto, 'mailTemplates'>,
  language: Language,
  template: MailTemplate,
): MailText => profile.mailTemplates[language]?.[template] ?? standardMails[language][template];
