import type { InvoiceKind } from '@countinghouse/core/invoices/states';
import type { MoneyJson } from '@countinghouse/core/platform/money';

const negated = (minor: string) =>
  minor === '0' ? minor : minor.startsWith('-') ? minor.slice(1) : `-${minor}`;

/** An amount among invoices: a credit note takes away what its own paper shows without a sign. */
export const signed = ({ kind }: { kind: InvoiceKind }, money: MoneyJson): MoneyJson =>
  kind === 'credit_note' ? { ...money, amount: negated(money.amount) } : money;
