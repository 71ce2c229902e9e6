import type { SnapshotParty } from '../documents/schemas';
import type { TxCtx } from '../platform/context';
import { notFound } from '../platform/errors';
import { customersById } from './facts';

/** What of a customer goes into a document. */
export interface Buyer {
  name: string;
  externalNumber: string | null;
  taxId: string | null;
  emails: readonly string[];
  phones: readonly string[];
  billingAddress: SnapshotParty['address'];
}

/** Prefixes of VAT ids (ISO 3166-1, with EL for Greece and XI for Northern Ireland). */
const vatId = /^(?:[A-Z]{2})[0-9A-Z+*.]{2,13}$/;

/**
 * A customer as the buyer on a document. Its tax id is a VAT id (BT-48) where it is written as one, with the prefix of
 * its country; any other number is the buyer's registration (BT-47).
 */
export function buyerOf(customer: Buyer): SnapshotParty {
  const taxId = customer.taxId?.replace(/[\s.-]/g, '').toUpperCase() ?? null;
  const isVatId = taxId !== null && vatId.test(taxId);
  const address = customer.billingAddress;
  return {
    name: customer.name,
    address: address && {
      line1: address.line1,
      line2: address.line2,
      city: address.city,
      region: address.region,
      postalCode: address.postalCode,
      country: address.country,
    },
    vatId: isVatId ? taxId : null,
    taxNumber: isVatId ? null : customer.taxId,
    registrationNumber: null,
    customerNumber: customer.externalNumber,
    contactName: null,
    email: customer.emails[0] ?? null,
    phone: customer.phones[0] ?? null,
    website: null,
  };
}

/**
 * A customer as the buyer on a document, and the language they are written to in.
 * @throws AppError `not-found`
 */
export async function buyerInTenant(
  ctx: TxCtx,
  customerId: string,
): Promise<{ buyer: SnapshotParty; language: string | null }> {
  const customer = (await customersById(ctx, [customerId])).get(customerId);
  if (!customer) throw notFound('customer');
  return { buyer: buyerOf(customer), language: customer.language };
}
