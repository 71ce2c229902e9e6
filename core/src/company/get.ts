import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { notFound } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { companyPolicy } from './policy';
import type { BankAccountDto, CompanyProfileDto } from './schemas';

export type ProfileRow = Omit<CompanyProfileDto, 'cashRoundingMinor' | 'updatedAt'> & {
  cashRoundingMinor: bigint;
  updatedAt: Date;
};

/** The columns of a profile, from `company_profiles`. */
export const profileColumns = sql`
  legal_name as "legalName", address, registration_number as "registrationNumber", vat_id as "vatId",
  tax_number as "taxNumber", email, phone, website, contact_name as "contactName", logo, color, paper,
  payment_terms_days as "paymentTermsDays", offer_valid_days as "offerValidDays",
  cash_rounding_minor as "cashRoundingMinor", tax_currency as "taxCurrency",
  strict_e_invoices as "strictEInvoices", texts, mail_from_name as "mailFromName", mail_reply_to as "mailReplyTo",
  mail_templates as "mailTemplates", version, updated_at as "updatedAt"`;

const addressOf = ({ address }: ProfileRow): CompanyProfileDto['address'] =>
  // jsonb keeps no order of keys; a fixed one makes equal addresses equal as text.
  address && {
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    country: address.country,
  };

export const toProfile = (row: ProfileRow): CompanyProfileDto => ({
  ...row,
  address: addressOf(row),
  cashRoundingMinor: row.cashRoundingMinor.toString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What the company prints about itself: every member may see it, documents are made of it. */
export async function companyProfile(ctx: Ctx): Promise<CompanyProfileDto> {
  const [row] = await readOne<ProfileRow>(
    ctx,
    sql`select ${profileColumns} from company_profiles where tenant_id = ${ctx.tenantId}::uuid`,
  );
  if (!row) throw notFound('company');
  return toProfile(row);
}

export async function lockProfile(ctx: TxCtx): Promise<CompanyProfileDto> {
  const [row] = await ctx.tx.query<ProfileRow>(sql`
    select ${profileColumns} from company_profiles where tenant_id = ${ctx.tenantId}::uuid for update`);
  if (!row) throw notFound('company');
  return toProfile(row);
}

export const accountColumns = sql`
  id, name, holder, iban, bic, bank_name as "bankName", account_number as "accountNumber",
  bank_code as "bankCode", currency, is_default as "isDefault", archived_at is not null as archived, version`;

/** The bank accounts in use, the default one first. */
export const bankAccounts = (ctx: Ctx): Promise<BankAccountDto[]> =>
  readOne<BankAccountDto>(
    ctx,
    sql`select ${accountColumns} from bank_accounts
        where tenant_id = ${ctx.tenantId}::uuid and archived_at is null order by is_default desc, name, id`,
  );

/** The profile, for those who may see the settings. @throws AppError `forbidden` */
export async function getCompanyProfile(ctx: Ctx): Promise<CompanyProfileDto> {
  demand(ctx, companyPolicy.read);
  return companyProfile(ctx);
}
