import type { z } from 'zod';
import { type CustomerFacts } from '../customers';
import { invalid } from '../platform/errors';
import { languageFor, type Basis } from './basis';
import type { UpdateInvoiceInput } from './schemas';
import type { DraftFacts } from './write.sql';

type FactsInput = Omit<
  z.output<typeof UpdateInvoiceInput>,
  'items' | 'adjustments' | 'currency' | 'pricesIncludeTax'
>;

/** What a new draft says where nothing else is asked for. */
export const standardFacts = (basis: Basis, customer: CustomerFacts | null): DraftFacts => ({
  customerId: customer?.id ?? null,
  language: languageFor(basis, customer),
  issueDate: null,
  dueDate: null,
  paymentTermsDays: customer?.paymentTermsDays ?? basis.profile.paymentTermsDays,
  deliveryFrom: null,
  deliveryTo: null,
  buyerReference: null,
  orderReference: null,
  intro: '',
  outro: '',
  notes: '',
  tags: [],
  exchangeRate: null,
  exchangeRateDate: null,
  exchangeRateSource: null,
});

/** Facts with what was typed put in their place. @throws AppError `invalid` for dates in the wrong order */
export function withTyped(facts: DraftFacts, typed: FactsInput): DraftFacts {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const next: DraftFacts = { ...facts, ...given };
  if (next.deliveryFrom && next.deliveryTo && next.deliveryTo < next.deliveryFrom) {
    throw invalid('deliveryTo', 'last-before-first');
  }
  if (next.issueDate && next.dueDate && next.dueDate < next.issueDate) {
    throw invalid('dueDate', 'date-too-early', { values: { first: next.issueDate } });
  }
  return next;
}

/** The day whose tax rates hold: that of the delivery, else of the document (VAT Directive, Art. 63 to 65). */
export const taxDate = (
  facts: Pick<DraftFacts, 'deliveryFrom' | 'deliveryTo' | 'issueDate'>,
  today: string,
) => facts.deliveryTo ?? facts.deliveryFrom ?? facts.issueDate ?? today;
