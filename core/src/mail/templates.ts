import type { Language } from '../platform/time';
import type { Role } from '../platform/permissions';
import { en } from './texts/en';
import { ru } from './texts/ru';
import { uz } from './texts/uz';

/** What each mail needs to know. */
export interface MailValues {
  invitation: { inviter: string; company: string; role: Role; days: number; link: string };
  'password-reset': { name: string; link: string };
  'password-changed': { name: string; link: string };
}
export type MailTemplate = keyof MailValues;

/** What a mail says, before it is laid out as text and as HTML. */
export interface MailContent {
  subject: string;
  before: string[];
  action: string;
  after: string[];
}

export interface MailTexts {
  footer: string;
  mails: { [Template in MailTemplate]: (values: MailValues[Template]) => MailContent };
}

const texts: Record<Language, MailTexts> = { en, ru, uz };

export const textsOf = (language: Language): MailTexts => texts[language];
