import { z } from 'zod';
import type { Paper, SnapshotAddress, SnapshotBrand } from '../documents/schemas';

export { fillText, placeholders, type Placeholder } from './placeholders';

/** Texts that documents of one kind begin and end with, in one language; templates name `{number}`, `{date}` … */
export const DocumentTexts = z.strictObject({
  intro: z.string().max(2_000).default(''),
  outro: z.string().max(2_000).default(''),
  /** How and until when to pay; `{days}` and `{dueDate}` are filled in. */
  terms: z.string().max(1_000).default(''),
  /** At the foot of each page. */
  footer: z.string().max(1_000).default(''),
});
export type DocumentTexts = z.output<typeof DocumentTexts>;

/** Mails that documents go with; deposit invoices go with the one of invoices. */
export const mailTemplates = ['invoice', 'credit_note', 'offer', 'reminder', 'statement'] as const;
export type MailTemplate = (typeof mailTemplates)[number];

export interface MailText {
  subject: string;
  text: string;
}

/** What a company prints about itself, and how its documents behave. */
export interface CompanyProfileDto {
  legalName: string;
  address: SnapshotAddress | null;
  registrationNumber: string | null;
  vatId: string | null;
  taxNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  contactName: string | null;
  logo: SnapshotBrand['logo'];
  color: string;
  paper: Paper;
  paymentTermsDays: number;
  offerValidDays: number;
  /** Smallest payable step in minor units, as text; "1" is no cash rounding. */
  cashRoundingMinor: string;
  /** The currency in which tax is also stated; the company's own where null. */
  taxCurrency: string | null;
  /** Whether an invoice that is no valid e-invoice (EN 16931) can be issued all the same: not when true. */
  strictEInvoices: boolean;
  /** By language, then by kind of document. */
  texts: Partial<Record<string, Partial<Record<string, DocumentTexts>>>>;
  mailFromName: string | null;
  mailReplyTo: string | null;
  /** By language, then by template. */
  mailTemplates: Partial<Record<string, Partial<Record<string, MailText>>>>;
  version: number;
  updatedAt: string;
}

export interface BankAccountDto {
  id: string;
  name: string;
  holder: string;
  iban: string | null;
  bic: string | null;
  bankName: string | null;
  accountNumber: string | null;
  bankCode: string | null;
  currency: string;
  isDefault: boolean;
  archived: boolean;
  version: number;
}
