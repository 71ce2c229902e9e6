import { checkEInvoice } from '../e-invoices';
import type { TradeSnapshot } from '../documents';
import { taxDate } from './facts';
import type { IssueProblem } from './schemas';
import { taxCurrencyOf, type Freezing } from './snapshot';

/** What this product itself asks for beyond a valid e-invoice. Closed: each has a text in each language. */
export const ownProblems = {
  'issue-date-future': 'A document cannot be issued on a date to come.',
  'due-date-early': 'The last day to pay is before the date of the document.',
  'exchange-rate-needed': 'The document is in a foreign currency: give the exchange rate and its date.',
  'rate-outdated': 'The tax rate of a line does not hold on the day of delivery. Choose the tax again.',
  'credit-outdated':
    'The invoice has been credited otherwise since this credit note was saved. Save it once more: its tax is computed anew.',
  'negative-total': 'The document asks for less than nothing. Make a credit note instead.',
} as const;
export type OwnProblem = keyof typeof ownProblems;

const own = (code: OwnProblem, path: string): IssueProblem => ({
  level: 'error',
  code,
  path,
  message: ownProblems[code],
});

function ratesOf({ stored, basis, issueDate }: Freezing): IssueProblem[] {
  const { row, items } = stored;
  const day = taxDate(
    { deliveryFrom: row.delivery_from, deliveryTo: row.delivery_to, issueDate },
    basis.today,
  );
  const typed = items.filter((item) => !item.orderId && !item.originalItemId);
  const outdated = typed.find((item) => {
    const rate = basis.taxes.find(item.taxCategoryId, day);
    return rate === undefined || Number(rate.rate) !== Number(item.taxRate);
  });
  return outdated ? [own('rate-outdated', `items.${outdated.position - 1}.taxCategoryId`)] : [];
}

/**
 * What keeps a draft from being issued, and what keeps it from being a valid e-invoice: an error where the company
 * wants nothing else, else a warning. Pure.
 */
export function problemsOf(freezing: Freezing, snapshot: TradeSnapshot): IssueProblem[] {
  const { stored, basis, issueDate } = freezing;
  const { row } = stored;
  const level = basis.profile.strictEInvoices ? 'error' : 'warning';
  return [
    ...(issueDate > basis.today ? [own('issue-date-future', 'issueDate')] : []),
    ...(row.due_date && row.due_date < issueDate ? [own('due-date-early', 'dueDate')] : []),
    ...(taxCurrencyOf(basis, row.currency) && !row.exchange_rate
      ? [own('exchange-rate-needed', 'exchangeRate')]
      : []),
    ...(BigInt(row.total_minor) < 0n && row.kind !== 'credit_note' ? [own('negative-total', 'items')] : []),
    ...ratesOf(freezing),
    ...(freezing.creditsItsPart ? [] : [own('credit-outdated', 'items')]),
    ...checkEInvoice(snapshot).map(({ code, path, message }) => ({ level, code, path, message }) as const),
  ];
}
