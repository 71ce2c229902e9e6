import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';
import { emptyItem, shown, type CustomerDraft, type LineRules } from '../../_components/lines/draft';
import { copiedLines, linesOf } from '../../_components/lines/draft-of';
import { decimalInput, linesInput } from '../../_components/lines/lines-input';

/** An invoice or credit note as it is being typed; dates are `YYYY-MM-DD` or empty. */
export interface InvoiceDraft extends CustomerDraft {
  documentKind: 'invoice' | 'credit_note';
  issueDate: string;
  dueDate: string;
  paymentTermsDays: string;
  deliveryFrom: string;
  deliveryTo: string;
  buyerReference: string;
  orderReference: string;
  /** Empty: the customer's. */
  language: Language | '';
  intro: string;
  outro: string;
  notes: string;
  tags: string[];
  exchangeRate: string;
  exchangeRateDate: string;
  exchangeRateSource: string;
}

interface NewInvoice {
  kind: InvoiceDraft['documentKind'];
  currency: string;
  customer?: { id: string; name: string; currency: string | null } | undefined;
}

export const emptyInvoice = ({ kind, currency, customer }: NewInvoice, rules: LineRules): InvoiceDraft => ({
  documentKind: kind,
  customerId: customer?.id ?? null,
  customerName: customer?.name ?? '',
  currency: customer?.currency ?? currency,
  items: [emptyItem(rules)],
  adjustments: [],
  issueDate: '',
  dueDate: '',
  paymentTermsDays: '',
  deliveryFrom: '',
  deliveryTo: '',
  buyerReference: '',
  orderReference: '',
  language: '',
  intro: '',
  outro: '',
  notes: '',
  tags: [],
  exchangeRate: '',
  exchangeRateDate: '',
  exchangeRateSource: '',
});

/** A stored draft, to be changed. */
export const draftOf = (invoice: InvoiceDto, rules: LineRules): InvoiceDraft => ({
  ...linesOf(invoice, rules),
  documentKind: invoice.kind === 'credit_note' ? 'credit_note' : 'invoice',
  customerId: invoice.customer?.id ?? null,
  customerName: invoice.customer?.name ?? '',
  issueDate: invoice.issueDate ?? '',
  dueDate: invoice.dueDate ?? '',
  paymentTermsDays: String(invoice.paymentTermsDays),
  deliveryFrom: invoice.deliveryFrom ?? '',
  deliveryTo: invoice.deliveryTo ?? '',
  buyerReference: invoice.buyerReference ?? '',
  orderReference: invoice.orderReference ?? '',
  language: languages.find((each) => each === invoice.language) ?? '',
  intro: invoice.intro,
  outro: invoice.outro,
  notes: invoice.notes,
  tags: invoice.tags,
  exchangeRate: invoice.exchangeRate ? shown(invoice.exchangeRate.rate, rules.numberFormat) : '',
  exchangeRateDate: invoice.exchangeRate?.date ?? '',
  exchangeRateSource: invoice.exchangeRate?.source ?? '',
});

/** The same once more, with dates of its own and without what belongs to the first one alone. */
export const copyOf = (invoice: InvoiceDto, rules: LineRules): InvoiceDraft => {
  const draft = draftOf(invoice, rules);
  const lines = copiedLines(draft);
  return {
    ...draft,
    ...lines,
    items: lines.items.filter(({ locked }) => !locked),
    issueDate: '',
    dueDate: '',
    deliveryFrom: '',
    deliveryTo: '',
    exchangeRate: '',
    exchangeRateDate: '',
    exchangeRateSource: '',
  };
};

const orNull = (text: string) => text.trim() || null;
/** What is no number goes as it was typed, so that the server names it. */
const wholeNumber = (text: string) =>
  /^\d+$/.test(text.trim()) ? Number(text) : (text as unknown as number);

/** What is sent to the server. Fields that the customer or the company decides are left out while empty. */
export const inputOf = (draft: InvoiceDraft, rules: LineRules) => ({
  ...linesInput(draft, rules),
  customerId: draft.customerId,
  issueDate: orNull(draft.issueDate),
  dueDate: orNull(draft.dueDate),
  ...(draft.paymentTermsDays.trim() && { paymentTermsDays: wholeNumber(draft.paymentTermsDays) }),
  deliveryFrom: orNull(draft.deliveryFrom),
  deliveryTo: orNull(draft.deliveryTo),
  buyerReference: orNull(draft.buyerReference),
  orderReference: orNull(draft.orderReference),
  ...(draft.language && { language: draft.language }),
  intro: draft.intro,
  outro: draft.outro,
  notes: draft.notes,
  tags: draft.tags,
  exchangeRate: draft.exchangeRate.trim() ? decimalInput(draft.exchangeRate, rules.numberFormat) : null,
  exchangeRateDate: orNull(draft.exchangeRateDate),
  exchangeRateSource: orNull(draft.exchangeRateSource),
});
