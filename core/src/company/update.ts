import type { z } from 'zod';
import { audit, differences, type Changes } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { AppError, fault, notFound, parse, stale, type FieldFault } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { lockProfile, profileColumns, toProfile, type ProfileRow } from './get';
import { textChanges, withoutStandard } from './own-texts';
import { companyPolicy } from './policy';
import { UpdateCompanyProfileInput, type CompanyProfileDto } from './schemas';
import { standardMails } from './standard-mails';
import { standardTexts } from './standard-texts';
import { taxNumberOf, vatIdOf } from './vat-id';

type Patch = z.output<typeof UpdateCompanyProfileInput>;

/** Puts the numbers into their standard forms. @throws AppError `invalid` */
function checked(before: CompanyProfileDto, patch: Patch): Patch {
  const faults: FieldFault[] = [];
  const vatId = patch.vatId && vatIdOf(patch.vatId);
  if (patch.vatId && !vatId) faults.push(fault('vatId', 'vat-id'));
  const country = (patch.address === undefined ? before.address : patch.address)?.country ?? null;
  const taxNumber = patch.taxNumber && taxNumberOf(patch.taxNumber, country);
  if (patch.taxNumber && !taxNumber)
    faults.push(fault('taxNumber', 'tax-number', { country: country ?? '' }));
  if (faults.length > 0) throw new AppError('invalid', 'Some fields are not right.', { faults });
  return {
    ...patch,
    ...(vatId && { vatId }),
    ...(taxNumber && { taxNumber }),
    ...(patch.texts && { texts: withoutStandard(patch.texts, standardTexts) }),
    ...(patch.mailTemplates && { mailTemplates: withoutStandard(patch.mailTemplates, standardMails) }),
  };
}

function changesOf(before: CompanyProfileDto, patch: Patch): Changes {
  const { texts, mailTemplates, ...facts } = patch;
  const ofTexts = texts && textChanges(before.texts, texts);
  const ofMails = mailTemplates && textChanges(before.mailTemplates, mailTemplates);
  return {
    ...differences(before, facts as Partial<CompanyProfileDto>),
    ...(ofTexts && { texts: ofTexts }),
    ...(ofMails && { mailTemplates: ofMails }),
  };
}

async function write(ctx: TxCtx, next: CompanyProfileDto): Promise<CompanyProfileDto> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const [row] = await ctx.tx.query<ProfileRow>(sql`
    update company_profiles set legal_name = ${next.legalName}, address = ${json(next.address)}::jsonb,
      registration_number = ${next.registrationNumber}, vat_id = ${next.vatId}, tax_number = ${next.taxNumber},
      email = ${next.email}, phone = ${next.phone}, website = ${next.website}, contact_name = ${next.contactName},
      logo = ${json(next.logo)}::jsonb, color = ${next.color}, paper = ${next.paper},
      payment_terms_days = ${next.paymentTermsDays}, offer_valid_days = ${next.offerValidDays},
      cash_rounding_minor = ${next.cashRoundingMinor}::bigint, tax_currency = ${next.taxCurrency},
      strict_e_invoices = ${next.strictEInvoices}, texts = ${json(next.texts)}::jsonb,
      mail_from_name = ${next.mailFromName}, mail_reply_to = ${next.mailReplyTo},
      mail_templates = ${json(next.mailTemplates)}::jsonb, version = version + 1, updated_at = ${ctx.clock()}
    where tenant_id = ${ctx.tenantId}::uuid returning ${profileColumns}`);
  if (!row) throw notFound('company');
  return toProfile(row);
}

/** Writes a profile that has changed, and who changed it. Nothing happens where nothing has. */
export async function keepProfile(
  ctx: TxCtx,
  before: CompanyProfileDto,
  next: CompanyProfileDto,
  changes: Changes,
): Promise<CompanyProfileDto> {
  if (Object.keys(changes).length === 0) return before;
  const after = await write(ctx, next);
  await audit(ctx, {
    action: 'company.update',
    entityType: 'tenant',
    entityId: ctx.tenantId,
    entityName: after.legalName,
    changes,
  });
  return after;
}

/**
 * Changes what the company prints about itself and how its documents behave. Documents that exist keep what they say.
 * VAT ids and tax numbers are checked by the rules of their country, not asked for at its office.
 * @throws AppError `forbidden`, `invalid`, `stale` when someone else was quicker
 */
export async function updateCompanyProfile(
  ctx: Ctx,
  expectedVersion: number,
  input: UpdateCompanyProfileInput,
): Promise<CompanyProfileDto> {
  demand(ctx, companyPolicy.write);
  const data = parse(UpdateCompanyProfileInput, input);
  return withTx(ctx, async (ctx) => {
    const before = await lockProfile(ctx);
    if (before.version !== expectedVersion) throw stale();
    const patch = checked(before, data);
    const next = { ...before, ...patch };
    return keepProfile(ctx, before, next, changesOf(before, patch));
  });
}
