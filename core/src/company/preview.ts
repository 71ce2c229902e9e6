import { z } from 'zod';
import {
  documentKinds,
  documentLogo,
  documentPage,
  type DocumentKind,
  type DocumentPage,
} from '../documents';
import { patternOf, previewNumbers } from '../number-series';
import type { Ctx } from '../platform/context';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { LanguageCode, localDate } from '../platform/time';
import { getTenant } from '../tenants';
import { bankAccounts, companyProfile } from './get';
import { companyPolicy } from './policy';
import { sampleOf } from './preview-sample';
import { UpdateCompanyProfileInput, type CompanyProfileDto } from './schemas';

const PreviewInput = z.strictObject({
  kind: z.enum(documentKinds),
  language: LanguageCode,
  /** Fields of the profile as they are being typed; what is not right yet stays as it is saved. */
  values: z.record(z.string(), z.unknown()).default({}),
});
export type PreviewInput = z.input<typeof PreviewInput>;

/** Not the first one: a number of a company that has been in business for a while. */
const COUNT = 418n;

function withTyped(saved: CompanyProfileDto, values: Record<string, unknown>): CompanyProfileDto {
  const typed = Object.entries(UpdateCompanyProfileInput.shape).flatMap(([field, schema]) => {
    const result = values[field] === undefined ? undefined : schema.safeParse(values[field]);
    return result?.success ? [[field, result.data] as const] : [];
  });
  return { ...saved, ...Object.fromEntries(typed) };
}

const seriesOf = (kind: DocumentKind) =>
  kind === 'offer' || kind === 'credit_note' || kind === 'reminder' ? kind : 'invoice';

/**
 * A sample document as it would look with settings that are still being typed; nothing is kept of it.
 * @throws AppError `forbidden`, `invalid` for an unknown kind or language
 */
export async function previewDocument(ctx: Ctx, input: PreviewInput): Promise<DocumentPage> {
  demand(ctx, companyPolicy.read);
  const { kind, language, values } = parse(PreviewInput, input);
  const [{ timeZone, currency }, saved, accounts, pattern] = await Promise.all([
    getTenant(ctx),
    companyProfile(ctx),
    bankAccounts(ctx),
    patternOf(ctx, seriesOf(kind)),
  ]);
  const profile = withTyped(saved, values);
  const today = localDate(ctx.clock(), timeZone);
  const [number = ''] = previewNumbers(pattern, today, COUNT, 1);
  const snapshot = sampleOf({ kind, language, number, today, currency, profile, accounts });
  return documentPage(number, snapshot, { logo: await documentLogo(snapshot.brand) });
}
