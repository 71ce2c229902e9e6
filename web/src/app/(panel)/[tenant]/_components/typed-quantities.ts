import { parseAmountInput, type NumberFormat } from '@countinghouse/core/platform/money';
import type { ActionFailure } from '../../../../ui/form/action-result';

export interface QuantityRow {
  id: string;
  title: string;
  /** What can be taken at most; plain decimals. */
  left: string;
}

/** How much is taken of one row. */
export interface TakenQuantity {
  id: string;
  quantity: string;
}

/** The quantities that were typed as the server takes them; what cannot be read goes as it is. */
export const typedQuantities = (
  rows: readonly QuantityRow[],
  typed: Readonly<Record<string, string>>,
  format: NumberFormat,
): TakenQuantity[] =>
  rows.flatMap(({ id }) => {
    const text = typed[id]?.trim() ?? '';
    const quantity = parseAmountInput(text, format) ?? text;
    return quantity === '' || quantity === '0' ? [] : [{ id, quantity }];
  });

const quantityPath = /(?:^|\.)items\.(\d+)\.quantity$/;

export const isQuantity = (path: string): boolean => quantityPath.test(path);

/** The faults by row: the server counts what it was `sent`. */
export const quantityFaults = (
  failure: Pick<ActionFailure, 'errors'> | undefined,
  sent: readonly TakenQuantity[],
): Record<string, string> =>
  Object.fromEntries(
    (failure?.errors ?? []).flatMap(({ path, message }) => {
      const row = sent[Number(quantityPath.exec(path)?.[1])];
      return row ? [[row.id, message]] : [];
    }),
  );
