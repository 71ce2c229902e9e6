import type { DocumentKind } from '../documents/schemas';
import type { Language } from '../platform/time';
import type { CompanyProfileDto, DocumentTexts, MailTemplate, MailText } from './schemas';
import { standardMails } from './standard-mails';
import { standardTexts } from './standard-texts';

/** What documents of a kind begin and end with, with their placeholders: the company's own words or the standard ones. */
export const textsFor = (
  profile: Pick<CompanyProfileDto, 'texts'>,
  language: Language,
  kind: DocumentKind,
): DocumentTexts => profile.texts[language]?.[kind] ?? standardTexts[language][kind];

/** Subject and text, with their placeholders, of the mail that a document goes with. */
export const mailTemplateFor = (
  profile: Pick<CompanyProfileDto, 'mailTemplates'>,
  language: Language,
  template: MailTemplate,
): MailText => profile.mailTemplates[language]?.[template] ?? standardMails[language][template];
