import { isValidIBAN } from 'ibantools';
import type { TradeSnapshot } from '../documents/schemas';
import { currencies, minorUnits } from '../platform/money';
import { problem } from './problems';
import type { EInvoiceProblem, EInvoiceProblemCode } from './schemas';
import { xmlText } from './text';

/** Currencies, accounts, and when it is to be paid. */
export function checkPayment(snapshot: TradeSnapshot): EInvoiceProblem[] {
  const { currency, taxCurrency, dueDate, payment, totals, kind } = snapshot;
  const found = [
    ...currencyProblems(currency, 'currency', 'currency'),
    ...(taxCurrency ? currencyProblems(taxCurrency.currency, 'tax-currency', 'taxCurrency.currency') : []),
    ...accountProblems(payment.accounts),
  ];
  // BR-CO-25; what a credit note says is not paid to the seller.
  if (kind !== 'credit_note' && BigInt(totals.payableMinor) > 0n && !dueDate && !xmlText(payment.terms))
    found.push(problem('due-date', 'dueDate'));
  return found;
}

/** BR-CL-03 to 05, and BR-DEC: amounts have two decimals at most. */
function currencyProblems(
  currency: string,
  unknown: EInvoiceProblemCode & ('currency' | 'tax-currency'),
  path: string,
): EInvoiceProblem[] {
  if (!currencies.includes(currency)) return [problem(unknown, path)];
  return minorUnits(currency) > 2 ? [problem(`${unknown}-decimals`, path)] : [];
}

/** BR-50, BR-61: a transfer needs an account. */
function accountProblems(accounts: TradeSnapshot['payment']['accounts']): EInvoiceProblem[] {
  return accounts.flatMap(({ iban, accountNumber }, index) => {
    const path = `payment.accounts.${index}.iban`;
    if (xmlText(iban)) return isValidIBAN((iban ?? '').replaceAll(' ', '')) ? [] : [problem('iban', path)];
    return xmlText(accountNumber) ? [] : [problem('account', path)];
  });
}
