import { z } from 'zod';
import { AddressInput, Email, Phone } from '../customers/schemas';
import { documentKinds, papers, SnapshotAddress, SnapshotBrand } from '../documents/schemas';
import { says } from '../platform/errors';
import { OptionalLine, Paragraphs, RequiredLine } from '../platform/fields';
import { CurrencyCode, MinorText } from '../platform/money';
import { LanguageCode } from '../platform/time';
import { unknownPlaceholders } from './placeholders';

export * from './account-schemas';
export { fillText, placeholders, type Placeholder } from './placeholders';

/** Texts that name no placeholder but those there are. */
const Template = (longest: number) =>
  Paragraphs(longest).superRefine((text, context) => {
    for (const name of unknownPlaceholders(text))
      context.addIssue({ code: 'custom', message: says('unknown-placeholder', { name }) });
  });

/** Texts that documents of one kind begin and end with, in one language; templates name `{number}`, `{date}` … */
export const DocumentTexts = z.strictObject({
  intro: Template(2_000).default(''),
  outro: Template(2_000).default(''),
  /** How and until when to pay; `{days}` and `{dueDate}` are filled in. */
  terms: Template(1_000).default(''),
  /** At the foot of each page. */
  footer: Template(1_000).default(''),
});
export type DocumentTexts = z.output<typeof DocumentTexts>;

/** Mails that documents go with; deposit invoices go with the one of invoices. */
export const mailTemplates = ['invoice', 'credit_note', 'offer', 'reminder', 'statement'] as const;
export type MailTemplate = (typeof mailTemplates)[number];

export const MailText = z.strictObject({
  subject: Template(200).refine((text) => text !== '' && !text.includes('\n'), says('needed')),
  text: Template(5_000).refine((text) => text !== '', says('needed')),
});
export type MailText = z.output<typeof MailText>;

export const MAX_LOGO_BYTES = 524_288;
export const MAX_LOGO_PIXELS = 4_000_000;
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

const Website = OptionalLine(200).refine(
  (text) => text === null || /^(https?:\/\/)?[^\s/@:]+\.[^\s/@:]+(:\d+)?(\/\S*)?$/i.test(text),
  says('website'),
);
const isFilled = (address: object) => Object.values(address).some((part) => part !== null);

const fields = {
  legalName: RequiredLine(200),
  address: AddressInput.nullable().transform((address) => (address && isFilled(address) ? address : null)),
  /** Of the commercial register. */
  registrationNumber: OptionalLine(40),
  /** With its country prefix; spaces, dots and hyphens are left out. */
  vatId: OptionalLine(40),
  /** Of the local tax office. */
  taxNumber: OptionalLine(40),
  email: Email.nullable(),
  phone: Phone.nullable().transform((text) => text || null),
  website: Website,
  contactName: OptionalLine(100),
  color: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, says('color')),
  paper: z.enum(papers),
  paymentTermsDays: z.number().int().min(0).max(365),
  offerValidDays: z.number().int().min(1).max(3_650),
  /** Smallest payable step in minor units; "1" is no cash rounding. */
  cashRoundingMinor: MinorText.refine((text) => BigInt(text) >= 1n, says('at-least', { least: 1 })).refine(
    (text) => BigInt(text) <= 10_000_000n,
    says('at-most', { most: 10_000_000 }),
  ),
  taxCurrency: CurrencyCode.nullable(),
  strictEInvoices: z.boolean(),
  texts: z.partialRecord(LanguageCode, z.partialRecord(z.enum(documentKinds), DocumentTexts)),
  mailFromName: OptionalLine(80),
  mailReplyTo: Email.nullable(),
  mailTemplates: z.partialRecord(LanguageCode, z.partialRecord(z.enum(mailTemplates), MailText)),
};

/** Only what is given changes; `texts` and `mailTemplates`, where given, are all there are then. */
export const UpdateCompanyProfileInput = z.strictObject(fields).partial();
export type UpdateCompanyProfileInput = z.input<typeof UpdateCompanyProfileInput>;

const line = z.string().nullable();
const texts = z.object({ intro: z.string(), outro: z.string(), terms: z.string(), footer: z.string() });
const mail = z.object({ subject: z.string(), text: z.string() });

/** What a company prints about itself, and how its documents behave. */
export const CompanyProfileDto = z.object({
  legalName: z.string(),
  address: SnapshotAddress.nullable(),
  registrationNumber: line,
  vatId: line,
  taxNumber: line,
  email: line,
  phone: line,
  website: line,
  contactName: line,
  logo: SnapshotBrand.shape.logo,
  color: z.string(),
  paper: z.enum(papers),
  paymentTermsDays: z.number().int(),
  offerValidDays: z.number().int(),
  /** Smallest payable step in minor units, as text; "1" is no cash rounding. */
  cashRoundingMinor: z.string(),
  /** The currency in which tax is also stated; the company's own where null. */
  taxCurrency: line,
  /** Whether an invoice that is no valid e-invoice (EN 16931) can be issued all the same: not when true. */
  strictEInvoices: z.boolean(),
  /** By language, then by kind of document; the standard ones where there are none. */
  texts: z.partialRecord(LanguageCode, z.partialRecord(z.enum(documentKinds), texts)),
  mailFromName: line,
  mailReplyTo: line,
  /** By language, then by template; the standard ones where there are none. */
  mailTemplates: z.partialRecord(LanguageCode, z.partialRecord(z.enum(mailTemplates), mail)),
  version: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type CompanyProfileDto = z.output<typeof CompanyProfileDto>;
