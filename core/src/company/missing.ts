import type { CompanyProfileDto } from './schemas';

/** What a profile can lack before it can issue invoices; fields of the profile, `identity` one of its tax numbers. */
export type MissingForInvoices =
  'legalName' | 'address.line1' | 'address.city' | 'address.country' | 'identity';

type Needed = Pick<CompanyProfileDto, 'legalName' | 'address' | 'vatId' | 'taxNumber' | 'registrationNumber'>;

/**
 * What must be known of the company before it can issue invoices: name and address (VAT Directive, Art. 226 (5);
 * EN 16931 BR-06, BR-09) and a number that identifies it (BR-CO-26).
 */
export function missingForInvoices(profile: Needed): MissingForInvoices[] {
  const { address } = profile;
  const known: Record<MissingForInvoices, unknown> = {
    legalName: profile.legalName,
    'address.line1': address?.line1,
    'address.city': address?.city,
    'address.country': address?.country,
    identity: profile.vatId ?? profile.taxNumber ?? profile.registrationNumber,
  };
  return (Object.keys(known) as MissingForInvoices[]).filter((field) => !known[field]);
}
