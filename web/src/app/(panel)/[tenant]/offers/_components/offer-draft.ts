import type { OfferDto, UpdateOfferInput } from '@countinghouse/core/offers/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';
import type { CustomerDraft, LineRules } from '../../_components/lines/draft';
import { linesOf } from '../../_components/lines/draft-of';
import { linesInput } from '../../_components/lines/lines-input';

export interface OfferDraft extends CustomerDraft {
  language: Language;
  /** `YYYY-MM-DD`; empty means the company's usual days. */
  validUntil: string;
  buyerReference: string;
  intro: string;
  outro: string;
  notes: string;
  tags: string[];
}

export const languageOf = (text: string): Language => languages.find((each) => each === text) ?? 'en';

/** A stored offer as a draft. */
export const draftOf = (offer: OfferDto, rules: LineRules): OfferDraft => ({
  ...linesOf(offer, rules),
  customerId: offer.customer?.id ?? null,
  customerName: offer.customer?.name ?? '',
  language: languageOf(offer.language),
  validUntil: offer.validUntil ?? '',
  buyerReference: offer.buyerReference ?? '',
  intro: offer.intro,
  outro: offer.outro,
  notes: offer.notes,
  tags: offer.tags,
});

/** What is sent to the server. */
export const inputOf = (draft: OfferDraft, rules: LineRules) =>
  ({
    ...linesInput(draft, rules),
    customerId: draft.customerId,
    language: draft.language,
    validUntil: draft.validUntil || null,
    buyerReference: draft.buyerReference,
    intro: draft.intro,
    outro: draft.outro,
    notes: draft.notes,
    tags: draft.tags,
  }) satisfies UpdateOfferInput;
