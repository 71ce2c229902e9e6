import type { TaxCode } from '@countinghouse/core/orders/totals';
import { newId } from '@countinghouse/core/platform/ids';
import type { NumberFormat } from '@countinghouse/core/platform/money';

/** A line as it is being typed: every field is text, and nothing is refused while typing. */
export interface DraftItem {
  key: string;
  id?: string;
  productId: string | null;
  sku: string;
  title: string;
  quantity: string;
  unit: string;
  unitPrice: string;
  discountPercent: string;
  /** A fixed discount that came from elsewhere, in minor units; kept as it is. */
  discountAmount: string;
  taxCategoryId: string;
  /** Follows from another record, such as a deposit that is taken off: it can be removed and not changed. */
  locked?: boolean;
}

export interface DraftAdjustment {
  key: string;
  kind: 'discount' | 'charge';
  reason: string;
  /** "10%" or an amount. */
  value: string;
  taxCategoryId: string | null;
}

/** What every record with lines is typed as: an order, an offer, an invoice. */
export interface LinesDraft {
  currency: string;
  items: DraftItem[];
  adjustments: DraftAdjustment[];
}

/** A record with lines and the customer it is for. */
export interface CustomerDraft extends LinesDraft {
  customerId: string | null;
  customerName: string;
}

/** A tax category with the rate of today, for the choice in a line. */
export interface TaxChoice {
  id: string;
  name: string;
  code: TaxCode;
  rate: string;
  isDefault: boolean;
}

/** How prices are written and taxes counted, by the company or by the record that is changed. */
export interface LineRules {
  taxes: readonly TaxChoice[];
  numberFormat: NumberFormat;
  timeZone: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
}

export const newKey = (): string => newId();

/** Keys of rows that were kept belong to a page that is gone. */
export const withFreshKeys = <Draft extends LinesDraft>(draft: Draft): Draft => ({
  ...draft,
  items: draft.items.map((item) => ({ ...item, key: newKey() })),
  adjustments: draft.adjustments.map((each) => ({ ...each, key: newKey() })),
});

export const emptyItem = (rules: Pick<LineRules, 'taxes'>): DraftItem => ({
  key: newKey(),
  productId: null,
  sku: '',
  title: '',
  quantity: '1',
  unit: 'C62',
  unitPrice: '',
  discountPercent: '',
  discountAmount: '',
  taxCategoryId: (rules.taxes.find((tax) => tax.isDefault) ?? rules.taxes[0])?.id ?? '',
});

/** A plain decimal as the reader types it: without groups. */
export const shown = (decimal: string, format: NumberFormat) =>
  format === 'point-comma' || format === 'space-comma' ? decimal.replace('.', ',') : decimal;
