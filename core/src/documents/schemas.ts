import { z } from 'zod';
import { MinorText } from '../platform/money';
import { LanguageCode, PlainDate } from '../platform/time';

export const documentKinds = ['invoice', 'deposit', 'credit_note', 'offer', 'reminder', 'statement'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Kinds that goods and services are listed on, with their taxes. */
export const tradeKinds = ['invoice', 'deposit', 'credit_note', 'offer'] as const;
export type TradeKind = (typeof tradeKinds)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

const text = z.string();
const maybe = z.string().nullable();
/** An exact decimal in its shortest form, such as "12.5". */
const decimal = z.string();
const TaxCodeText = z.enum(['S', 'Z', 'E', 'AE', 'K', 'G', 'O']);

export const SnapshotAddress = z.strictObject({
  line1: maybe,
  line2: maybe,
  city: maybe,
  region: maybe,
  postalCode: maybe,
  country: maybe,
});
export type SnapshotAddress = z.infer<typeof SnapshotAddress>;

/** Seller (BG-4) or buyer (BG-7) as they were when the document was issued. */
export const SnapshotParty = z.strictObject({
  name: text,
  address: SnapshotAddress.nullable(),
  /** With its country prefix, no spaces (BT-31, BT-48). */
  vatId: maybe,
  /** A number of the local tax office (BT-32). */
  taxNumber: maybe,
  /** Of the commercial register (BT-30, BT-47). */
  registrationNumber: maybe,
  /** The number under which the seller knows the buyer (BT-46). */
  customerNumber: maybe,
  contactName: maybe,
  email: maybe,
  phone: maybe,
  website: maybe,
});
export type SnapshotParty = z.infer<typeof SnapshotParty>;

/** A line. `amountMinor` contains the tax where prices do, `netMinor` never does (BT-131). */
export const SnapshotItem = z.strictObject({
  position: z.number().int(),
  /** `deduction`: a negative line that takes off what a deposit invoice has asked for. */
  kind: z.enum(['item', 'deduction']),
  sku: maybe,
  title: text,
  orderNumber: maybe,
  quantity: decimal,
  /** UN/ECE Recommendation 20, such as C62. */
  unit: text,
  /** Contains the tax where prices do. */
  unitPrice: decimal,
  discountPercent: decimal,
  /** What the line is cheaper by; already off `amountMinor`. Negative where rounding makes it dearer. */
  discountMinor: MinorText,
  discountNetMinor: MinorText,
  taxCode: TaxCodeText,
  taxRate: decimal,
  amountMinor: MinorText,
  netMinor: MinorText,
});
export type SnapshotItem = z.infer<typeof SnapshotItem>;

/** A discount or charge on the whole document (BG-20, BG-21), and what of it falls on which tax. */
export const SnapshotAdjustment = z.strictObject({
  kind: z.enum(['discount', 'charge']),
  reason: text,
  percent: decimal.nullable(),
  amountMinor: MinorText,
  shares: z.array(
    z.strictObject({
      taxCode: TaxCodeText,
      taxRate: decimal,
      amountMinor: MinorText,
      netMinor: MinorText,
    }),
  ),
});
export type SnapshotAdjustment = z.infer<typeof SnapshotAdjustment>;

/** One row of the tax table (BG-23). */
export const SnapshotTaxGroup = z.strictObject({
  taxCode: TaxCodeText,
  taxRate: decimal,
  baseMinor: MinorText,
  taxMinor: MinorText,
  exemptionReason: maybe,
});
export type SnapshotTaxGroup = z.infer<typeof SnapshotTaxGroup>;

/** Sums in the order of EN 16931; those called `net` never contain tax. */
export const SnapshotTotals = z.strictObject({
  /** As printed under the lines: with tax where prices contain it. */
  itemsMinor: MinorText,
  /** BT-106 */
  itemsNetMinor: MinorText,
  /** BT-107 */
  discountsNetMinor: MinorText,
  /** BT-108 */
  chargesNetMinor: MinorText,
  /** BT-109 */
  netMinor: MinorText,
  /** BT-110 */
  taxMinor: MinorText,
  /** BT-112 */
  totalMinor: MinorText,
  /** BT-114 */
  roundingMinor: MinorText,
  /** BT-115 */
  payableMinor: MinorText,
});

/** A deposit that this invoice deducts, with its tax; the lines of kind `deduction` add up to the same. */
export const SnapshotDeduction = z.strictObject({
  number: text,
  issueDate: PlainDate,
  netMinor: MinorText,
  taxMinor: MinorText,
  totalMinor: MinorText,
});

export const SnapshotBankAccount = z.strictObject({
  holder: text,
  iban: maybe,
  bic: maybe,
  bankName: maybe,
  accountNumber: maybe,
  bankCode: maybe,
  currency: text,
});
export type SnapshotBankAccount = z.infer<typeof SnapshotBankAccount>;

/** How the document looks; the logo's object is never deleted, its key names its content. */
export const SnapshotBrand = z.strictObject({
  color: text,
  paper: z.enum(papers),
  logo: z
    .strictObject({
      objectKey: text,
      contentType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
      sha256: text,
      width: z.number().int(),
      height: z.number().int(),
    })
    .nullable(),
});
export type SnapshotBrand = z.infer<typeof SnapshotBrand>;

/**
 * Everything that an invoice, deposit invoice, credit note or offer says, but its number, which is given while others
 * wait. PDF, XML, mails and the public page are made of this alone. Amounts are minor units as text.
 */
export const TradeSnapshot = z.strictObject({
  schema: z.literal(1),
  kind: z.enum(tradeKinds),
  language: LanguageCode,
  issueDate: PlainDate,
  dueDate: PlainDate.nullable(),
  /** Last day of an offer. */
  validUntil: PlainDate.nullable(),
  deliveryFrom: PlainDate.nullable(),
  /** With `deliveryFrom` the same or absent: the day of delivery (BT-72); else the end of the period (BG-14). */
  deliveryTo: PlainDate.nullable(),
  seller: SnapshotParty,
  buyer: SnapshotParty,
  /** Where it is sent to, when that is not the buyer's own address (BG-13). */
  deliverTo: SnapshotAddress.nullable(),
  /** BT-10 */
  buyerReference: maybe,
  /** The buyer's order (BT-13). */
  orderReference: maybe,
  /** The seller's orders (BT-14 where it is one). */
  orderNumbers: z.array(text),
  /** The credited invoice, or the deducted deposits (BG-3). */
  preceding: z.array(z.strictObject({ number: text, issueDate: PlainDate })),
  currency: text,
  pricesIncludeTax: z.boolean(),
  taxRounding: z.enum(['group', 'line']),
  items: z.array(SnapshotItem),
  adjustments: z.array(SnapshotAdjustment),
  taxGroups: z.array(SnapshotTaxGroup),
  deductions: z.array(SnapshotDeduction),
  totals: SnapshotTotals,
  /** The tax in the seller's own currency, where the document is in another one (BT-6, BT-111; Art. 230). */
  taxCurrency: z
    .strictObject({
      currency: text,
      /** Units of `currency` for one unit of the document's. */
      rate: decimal,
      rateDate: PlainDate,
      rateSource: text,
      taxMinor: MinorText,
    })
    .nullable(),
  payment: z.strictObject({
    terms: text,
    /** What the buyer is asked to write into the transfer (BT-83); `{number}` stands for the document's number. */
    reference: text,
    accounts: z.array(SnapshotBankAccount),
  }),
  intro: text,
  outro: text,
  footer: text,
  brand: SnapshotBrand,
});
export type TradeSnapshot = z.infer<typeof TradeSnapshot>;

export const pdfStates = ['pending', 'ready', 'failed'] as const;
export type PdfState = (typeof pdfStates)[number];

/** A frozen document. `pdf` has bytes and hash once it has been printed. */
export interface DocumentDto {
  id: string;
  kind: DocumentKind;
  number: string;
  issueDate: string;
  language: string;
  contentHash: string;
  pdf: { state: PdfState; bytes: string | null; sha256: string | null; pages: number | null };
  createdAt: string;
}

/** A row of a reminder or a statement: one document or payment. */
export const SnapshotEntry = z.strictObject({
  date: PlainDate,
  /** Number of the invoice or credit note, or the reference of the payment. */
  number: text,
  kind: z.enum(['invoice', 'deposit', 'credit_note', 'payment', 'refund', 'write_off', 'fee']),
  dueDate: PlainDate.nullable(),
  /** As on the document: credits and payments are negative. */
  amountMinor: MinorText,
  /** What is still open of it. */
  openMinor: MinorText,
});

/** A letter about money that is open: a reminder, or the statement of a customer's account. */
export const LetterSnapshot = z.strictObject({
  schema: z.literal(1),
  kind: z.enum(['reminder', 'statement']),
  language: LanguageCode,
  issueDate: PlainDate,
  title: text,
  seller: SnapshotParty,
  buyer: SnapshotParty,
  currency: text,
  /** First and last day of a statement. */
  period: z.strictObject({ from: PlainDate, to: PlainDate }).nullable(),
  /** What was open before the period of a statement. */
  openingMinor: MinorText,
  entries: z.array(SnapshotEntry),
  /** What is to be paid now. */
  totalMinor: MinorText,
  payment: TradeSnapshot.shape.payment,
  intro: text,
  outro: text,
  footer: text,
  brand: SnapshotBrand,
});
export type LetterSnapshot = z.infer<typeof LetterSnapshot>;

export const DocumentSnapshot = z.discriminatedUnion('kind', [TradeSnapshot, LetterSnapshot]);
export type DocumentSnapshot = z.infer<typeof DocumentSnapshot>;

/** The name under which a document is downloaded: its number, without what a file system might stumble over. */
export const pdfFileName = (number: string): string =>
  `${number.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'document'}.pdf`;

/** A document as markup with its style: the same for screens and for the printer. */
export interface DocumentPage {
  /** The body: classes only, everything escaped, no script, and no address but `data:` for the logo. */
  html: string;
  css: string;
  title: string;
  language: string;
  paper: Paper;
}

/** Whether a document lists goods and services with their taxes. */
export const isTrade = (snapshot: DocumentSnapshot): snapshot is TradeSnapshot =>
  tradeKinds.some((kind) => kind === snapshot.kind);

/** The same with its number wherever a text names it: the number is given after the texts were frozen. */
export function withNumber<Snapshot extends DocumentSnapshot>(snapshot: Snapshot, number: string): Snapshot {
  const say = (text: string) => text.replaceAll('{number}', () => number);
  const { intro, outro, footer, payment } = snapshot;
  return {
    ...snapshot,
    intro: say(intro),
    outro: say(outro),
    footer: say(footer),
    payment: { ...payment, terms: say(payment.terms), reference: say(payment.reference) },
  };
}
