import type { DepositInput, OrderSelection } from '@countinghouse/core/invoices/schemas';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { decimalInput, minorInput } from '../../_components/lines/lines-input';
import { typedQuantities, type QuantityRow } from '../../_components/typed-quantities';

export const choices = ['all', 'fulfilled', 'items', 'percent', 'deposit'] as const;
export type Choice = (typeof choices)[number];

/** What is typed into the dialog that invoices an order. */
export interface TypedChoice {
  choice: Choice;
  percent: string;
  /** "30%" or an amount. */
  deposit: string;
  quantities: Record<string, string>;
}

/** A line of the order with what of it can be invoiced. */
export interface InvoiceableLine extends QuantityRow {
  fulfilledLeft: string;
}

interface Order {
  id: string;
  currency: string;
  /** Whose quantities are negative, and typed without their sign. */
  isReturn: boolean;
  lines: readonly InvoiceableLine[];
}

const withoutSign = (text: string) => text.replace(/%\s*$/, '').trim();

/** What is left is known per line; nothing to choose from means that the choice cannot be made. */
export const isOpen = (choice: Choice, lines: readonly InvoiceableLine[]): boolean =>
  choice === 'fulfilled'
    ? lines.some(({ fulfilledLeft }) => fulfilledLeft !== '0')
    : lines.some(({ left }) => left !== '0');

export function selectionOf(typed: TypedChoice, order: Order, format: NumberFormat): OrderSelection | null {
  switch (typed.choice) {
    case 'all':
    case 'fulfilled':
      return { mode: typed.choice };
    case 'percent':
      return { mode: 'percent', percent: decimalInput(withoutSign(typed.percent), format) };
    case 'items':
      return {
        mode: 'items',
        items: typedQuantities(order.lines, typed.quantities, format).map(({ id, quantity }) => ({
          orderItemId: id,
          quantity: order.isReturn && !quantity.startsWith('-') ? `-${quantity}` : quantity,
        })),
      };
    case 'deposit':
      return null;
  }
}

export const depositOf = ({ deposit }: TypedChoice, order: Order, format: NumberFormat): DepositInput => ({
  orderId: order.id,
  ...(deposit.trim().endsWith('%')
    ? { percent: decimalInput(withoutSign(deposit), format) }
    : { amount: minorInput(deposit.trim(), order.currency, format) }),
});

/** Whether enough is typed to be sent. */
export function isComplete(typed: TypedChoice, lines: readonly InvoiceableLine[], format: NumberFormat) {
  if (typed.choice === 'percent') return typed.percent.trim() !== '';
  if (typed.choice === 'deposit') return typed.deposit.trim() !== '';
  if (typed.choice === 'items') return typedQuantities(lines, typed.quantities, format).length > 0;
  return isOpen(typed.choice, lines);
}
