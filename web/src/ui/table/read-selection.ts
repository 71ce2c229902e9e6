import { formatMoney, type NumberFormat } from '@countinghouse/core/platform/money';

const rowBoxes = 'tbody tr[data-id] > td:first-child > input[type="checkbox"]';
const headBox = 'thead input[type="checkbox"]';

export const boxesOf = (root: HTMLElement): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(rowBoxes),
];

export interface Selected {
  ids: string[];
  /** Minor units by currency. */
  sums: Map<string, bigint>;
}

/** What is selected; the checkboxes themselves are the truth. */
export function readSelection(root: HTMLElement): Selected {
  const ids: string[] = [];
  const sums = new Map<string, bigint>();
  const boxes = boxesOf(root);
  for (const box of boxes.filter(({ checked }) => checked)) {
    const { id, sum } = box.closest('tr')?.dataset ?? {};
    if (id) ids.push(id);
    const [minor, currency] = sum?.split(' ') ?? [];
    if (minor && currency) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  }
  const head = root.querySelector<HTMLInputElement>(headBox);
  if (head) {
    head.checked = ids.length > 0 && ids.length === boxes.length;
    head.indeterminate = ids.length > 0 && ids.length < boxes.length;
  }
  return { ids, sums };
}

/** "14,981.95 GBP", one for each currency. */
export const sumTexts = (sums: Map<string, bigint>, numberFormat: NumberFormat): string[] =>
  [...sums].map(([currency, minor]) => formatMoney(minor, currency, { numberFormat }));
