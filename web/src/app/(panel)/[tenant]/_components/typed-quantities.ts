import { parseAmountInput, type NumberFormat } from '@countinghouse/core/platform/money';

export interface QuantityRow {
  id: string;
  title: string;
  /** What can be taken at most; plain decimals. */
  left: string;
}

/** The quantities that were typed as the server takes them; what cannot be read goes as it is. */
export const typedQuantities = (
  rows: readonly QuantityRow[],
  typed: Readonly<Record<string, string>>,
  format: NumberFormat,
): { id: string; quantity: string }[] =>
  rows.flatMap(({ id }) => {
    const text = typed[id]?.trim() ?? '';
    const quantity = parseAmountInput(text, format) ?? text;
    return quantity === '' || quantity === '0' ? [] : [{ id, quantity }];
  });
