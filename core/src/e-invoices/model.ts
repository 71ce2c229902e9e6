import type { Endpoint } from './endpoint';

/**
 * What an e-invoice says, in no syntax yet: the terms of EN 16931 with their numbers. Amounts are decimals in the
 * document's currency, texts are clean, and what is missing is null or empty.
 */
export interface EInvoice {
  /** BT-1 */
  number: string;
  /** BT-2 */
  issueDate: string;
  isCreditNote: boolean;
  /** BT-3 (UNTDID 1001) */
  typeCode: string;
  /** BT-5 */
  currency: string;
  /** BT-6, BT-111 */
  taxCurrency: { currency: string; tax: string } | null;
  /** BT-9 */
  dueDate: string | null;
  /** BT-10 */
  buyerReference: string;
  /** BT-13 */
  orderReference: string;
  /** BT-14 */
  salesOrder: string;
  /** BT-20 */
  paymentTerms: string;
  /** BT-22 */
  note: string;
  /** BG-3 */
  preceding: { number: string; issueDate: string }[];
  seller: EParty;
  buyer: EParty;
  /** BT-72 */
  deliveryDate: string | null;
  /** BG-14 */
  period: { from: string; to: string } | null;
  /** BG-15 */
  deliverTo: EAddress | null;
  payment: EPayment;
  adjustments: EAdjustment[];
  taxes: ETax[];
  totals: ETotals;
  lines: ELine[];
}

export interface EAddress {
  line1: string;
  line2: string;
  city: string;
  postalCode: string;
  region: string;
  country: string;
}

export interface EParty {
  name: string;
  /** BT-29, BT-46 */
  identifier: string;
  /** BT-30, BT-47 */
  registration: { id: string; scheme: string | null } | null;
  /** BT-31, BT-48 */
  vatId: string;
  /** BT-32 */
  taxNumber: string;
  /** BT-33 */
  legalNote: string;
  /** BT-34, BT-49 */
  endpoint: Endpoint | null;
  address: EAddress;
  /** BG-6, BG-9 */
  contact: { name: string; phone: string; email: string };
}

/** BG-16 */
export interface EPayment {
  /** BT-81 (UNTDID 4461): 58 SEPA transfer, 30 transfer, 1 none given. */
  code: string;
  /** BT-83 */
  reference: string;
  /** BG-17 */
  accounts: { id: string; isIban: boolean; holder: string; bank: string }[];
}

export interface ETaxed {
  taxCode: string;
  /** Null outside the scope of tax (BR-O-05). */
  taxRate: string | null;
}

/** BG-20, BG-21: one for each tax that it falls on. */
export interface EAdjustment extends ETaxed {
  isCharge: boolean;
  amount: string;
  reason: string;
  /** UNTDID 5189 or 7161 */
  reasonCode: string;
}

/** BG-23 */
export interface ETax {
  taxCode: string;
  taxRate: string;
  base: string;
  tax: string;
  /** BT-120 */
  reason: string;
  /** BT-121 */
  reasonCode: string | null;
}

/** BG-22 */
export interface ETotals {
  items: string;
  discounts: string | null;
  charges: string | null;
  net: string;
  tax: string;
  total: string;
  rounding: string | null;
  payable: string;
}

/** BG-25 */
export interface ELine extends ETaxed {
  id: string;
  /** BT-153 */
  title: string;
  /** BT-155 */
  sku: string;
  /** BT-129 */
  quantity: string;
  /** BT-130 */
  unit: string;
  /** BT-131 */
  net: string;
  /** BT-146, never negative (BR-27). */
  price: string;
  /** BG-27, BG-28 */
  adjustment: {
    isCharge: boolean;
    amount: string;
    /** Told where the amount is exactly that percentage of the base. */
    percent: { percent: string; base: string } | null;
    reason: string;
    reasonCode: string;
  } | null;
}
