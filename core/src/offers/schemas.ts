import { z } from 'zod';
import { AdjustmentInput, MAX_ITEMS, OrderItemInput } from '../orders/schemas';
import type { AdjustmentDto, OrderItemDto } from '../orders/schemas';
import { says } from '../platform/errors';
import {
  Archived,
  bulkInput,
  ChoiceList,
  IdList,
  listFields,
  OptionalLine,
  Paragraphs,
  RequiredLine,
  SearchText,
  Tag,
  Tags,
  unique,
} from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode, type MoneyJson } from '../platform/money';
import { LanguageCode, PlainDate } from '../platform/time';
import { offerStates, type OfferState } from './states';

const facts = {
  /** May be missing on a draft, not on what is sent. */
  customerId: Id.nullable(),
  language: LanguageCode,
  /** Last day on which it can be accepted; by default the company's usual days after it is sent. */
  validUntil: PlainDate.nullable(),
  buyerReference: OptionalLine(120),
  intro: Paragraphs(2_000),
  outro: Paragraphs(2_000),
  notes: Paragraphs(5_000),
  tags: Tags,
};

const priced = {
  currency: CurrencyCode,
  pricesIncludeTax: z.boolean(),
  items: z.array(OrderItemInput).min(1, says('lines-needed')).max(MAX_ITEMS),
  adjustments: z.array(AdjustmentInput).max(20),
};

const partial = z.strictObject({ ...facts, ...priced }).partial();

/** What is absent comes from the customer and the company. */
export const CreateOfferInput = partial.extend({ items: priced.items }).strict();
export type CreateOfferInput = z.input<typeof CreateOfferInput>;

/**
 * Only what is given changes; items, where given, are the whole new list. Of an offer that was sent, only notes, tags
 * and whether it is archived can change.
 */
export const UpdateOfferInput = partial.extend({ archived: z.boolean().optional() }).strict();
export type UpdateOfferInput = z.input<typeof UpdateOfferInput>;

/** What the customer answered. */
export const AnswerOfferInput = z.strictObject({
  /** Who answered, as they call themselves. */
  name: RequiredLine(120),
  comment: Paragraphs(1_000).default(''),
});
export type AnswerOfferInput = z.input<typeof AnswerOfferInput>;

export const offerSorts = [
  '-issueDate',
  'issueDate',
  '-number',
  'number',
  '-total',
  'total',
  'validUntil',
  '-validUntil',
] as const;
export type OfferSort = (typeof offerSorts)[number];

/** Filters of the list, as they stand in a URL. Bulk actions and the export take the same. */
export const OfferFilters = z.strictObject({
  q: SearchText.optional(),
  /** As on the company's today: what is past its last day counts as expired. */
  state: ChoiceList(offerStates).optional(),
  customerId: Id.optional(),
  currency: CurrencyCode.optional(),
  tag: Tag.optional(),
  issuedFrom: PlainDate.optional(),
  issuedTo: PlainDate.optional(),
  validFrom: PlainDate.optional(),
  validTo: PlainDate.optional(),
  archived: Archived.default('false'),
  ids: IdList.optional(),
});
export type OfferFilters = z.output<typeof OfferFilters>;

export const ListOffersInput = OfferFilters.extend({
  ...listFields,
  sort: z.enum(offerSorts).default('-issueDate'),
});
export type ListOffersInput = z.input<typeof ListOffersInput>;

const fewIds = z.array(Id).min(1).max(1_000).overwrite(unique);

export const BulkOffersInput = z.discriminatedUnion('action', [
  bulkInput(OfferFilters),
  /** Drafts alone. */
  z.strictObject({ action: z.literal('delete'), ids: fewIds }),
  /** Sent ones alone. */
  z.strictObject({ action: z.literal('withdraw'), ids: fewIds }),
]);
export type BulkOffersInput = z.input<typeof BulkOffersInput>;

/** Dates are the company's; `number` and `issueDate` are null on drafts. */
export interface OfferSummaryDto {
  id: string;
  state: OfferState;
  number: string | null;
  customer: { id: string; name: string } | null;
  issueDate: string | null;
  validUntil: string | null;
  net: MoneyJson;
  tax: MoneyJson;
  total: MoneyJson;
  sentAt: string | null;
  viewedAt: string | null;
  orderId: string | null;
  tags: string[];
  archived: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export type OfferItemDto = Omit<OrderItemDto, 'fulfilledQuantity' | 'invoicedQuantity' | 'creditedQuantity'>;

/** What the customer answered: `via` the public page, or recorded by the company. */
export interface OfferAnswerDto {
  answer: 'accepted' | 'declined';
  via: 'page' | 'company';
  name: string;
  comment: string;
  ip: string | null;
  at: string;
}

/** An older or newer version. */
export interface RelatedOffer {
  id: string;
  state: OfferState;
  number: string | null;
}

export interface OfferDto extends OfferSummaryDto {
  language: string;
  buyerReference: string | null;
  intro: string;
  outro: string;
  notes: string;
  pricesIncludeTax: boolean;
  taxRounding: 'group' | 'line';
  itemsTotal: MoneyJson;
  adjustments: AdjustmentDto[];
  taxGroups: { taxCode: string; taxRate: string; base: MoneyJson; tax: MoneyJson }[];
  items: OfferItemDto[];
  documentId: string | null;
  order: { id: string; number: string } | null;
  /** The offer that this one replaces. */
  revises: RelatedOffer | null;
  revisedBy: RelatedOffer | null;
  answer: OfferAnswerDto | null;
  /** When it was accepted, declined, withdrawn, replaced or recorded as expired. */
  closedAt: string | null;
}

export type { OfferState } from './states';
