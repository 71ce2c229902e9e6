import { z } from 'zod';
import { says } from '../platform/errors';
import { Archived, OptionalLine, RequiredLine } from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode } from '../platform/money';

const compact = (text: string) => text.toUpperCase().replace(/[\s-]/g, '');

const Code = (longest: number) => OptionalLine(longest).transform((text) => (text ? compact(text) : null));
/** Digits and letters as banks write them; spaces and hyphens stay, people read them so. */
const BankNumber = OptionalLine(40).refine(
  (text) => text === null || /^[\dA-Z][\dA-Z /.-]*$/i.test(text),
  says('bank-number'),
);

const fields = {
  /** What the company calls it. */
  name: RequiredLine(80),
  /** Whose account it is, as the bank knows them; the company's legal name where absent. */
  holder: OptionalLine(140),
  iban: Code(50),
  bic: Code(20),
  bankName: OptionalLine(100),
  /** Where there is no IBAN, or beside it. */
  accountNumber: BankNumber,
  /** Sort code, routing number, MFO, BIK … */
  bankCode: BankNumber,
  currency: CurrencyCode,
};

export const CreateBankAccountInput = z.strictObject({
  name: fields.name,
  holder: fields.holder.default(null),
  iban: fields.iban.default(null),
  bic: fields.bic.default(null),
  bankName: fields.bankName.default(null),
  accountNumber: fields.accountNumber.default(null),
  bankCode: fields.bankCode.default(null),
  currency: fields.currency,
  isDefault: z.boolean().default(false),
});
export type CreateBankAccountInput = z.input<typeof CreateBankAccountInput>;

/** Only what is given changes. */
export const UpdateBankAccountInput = z.strictObject(fields).partial();
export type UpdateBankAccountInput = z.input<typeof UpdateBankAccountInput>;

export const ListBankAccountsInput = z.strictObject({ archived: Archived.default('false') });
export type ListBankAccountsInput = z.input<typeof ListBankAccountsInput>;

const line = z.string().nullable();

export const BankAccountDto = z.object({
  id: Id,
  name: z.string(),
  holder: z.string(),
  iban: line,
  bic: line,
  bankName: line,
  accountNumber: line,
  bankCode: line,
  currency: z.string(),
  isDefault: z.boolean(),
  archived: z.boolean(),
  version: z.number().int(),
});
export type BankAccountDto = z.output<typeof BankAccountDto>;

/** An IBAN as people read it, in groups of four. */
export const ibanInGroups = (iban: string): string => iban.replace(/.{4}(?=.)/g, '$& ');
