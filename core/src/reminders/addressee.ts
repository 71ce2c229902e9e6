import { buyerInTenant } from '../customers';
import type { SnapshotParty } from '../documents/schemas';
import type { TxCtx } from '../platform/context';
import { languages, type Language } from '../platform/time';

const isLanguage = (text: string | null): text is Language =>
  (languages as readonly (string | null)[]).includes(text);

/** Whom a letter is for, and the language it is written in: the customer's where it is one of ours. */
export async function addresseeOf(
  ctx: TxCtx,
  customerId: string,
  standard: Language,
): Promise<{ buyer: SnapshotParty; language: Language }> {
  const { buyer, language } = await buyerInTenant(ctx, customerId);
  return { buyer, language: isLanguage(language) ? language : standard };
}
