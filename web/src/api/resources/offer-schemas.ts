import type { OfferDto, OfferSummaryDto } from '@countinghouse/core/offers/schemas';
import { offerStates } from '@countinghouse/core/offers/states';
import { LanguageCode, PlainDate } from '@countinghouse/core/platform/time';
import { z } from 'zod';
import { Instant, Money, RecordId, Version } from '../schemas';
import { Adjustment, OrderItem, TaxGroup } from './order-schemas';

const State = z.enum(offerStates).meta({
  description:
    'On the company’s today: what is past its last day is `expired`, also before that is recorded.',
});

const summary = {
  id: RecordId,
  state: State,
  number: z.string().nullable().meta({ description: 'Null on drafts.', example: 'OF-2026-00042' }),
  customer: z.strictObject({ id: RecordId, name: z.string() }).nullable(),
  issueDate: PlainDate.nullable().meta({ description: 'Null on drafts.' }),
  validUntil: PlainDate.nullable().meta({ description: 'The last day on which it can be accepted.' }),
  net: Money,
  tax: Money,
  total: Money,
  sentAt: Instant.nullable(),
  viewedAt: Instant.nullable().meta({ description: 'When the customer first opened its public page.' }),
  orderId: RecordId.nullable(),
  tags: z.array(z.string()),
  archived: z.boolean(),
  version: Version,
  createdAt: Instant,
  updatedAt: Instant,
};

/** An offer as lists show it. */
export const OfferSummary = z
  .strictObject(summary)
  .meta({ id: 'OfferSummary' }) satisfies z.ZodType<OfferSummaryDto>;

const Related = z
  .strictObject({ id: RecordId, state: State, number: z.string().nullable() })
  .meta({ id: 'RelatedOffer' });

const Answer = z
  .strictObject({
    answer: z.enum(['accepted', 'declined']),
    via: z.enum(['page', 'company']).meta({ description: 'On the public page, or recorded by the company.' }),
    name: z.string(),
    comment: z.string(),
    ip: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'OfferAnswer' });

const OfferItem = OrderItem.omit({
  fulfilledQuantity: true,
  invoicedQuantity: true,
  creditedQuantity: true,
}).meta({ id: 'OfferItem' });

/** An offer with its lines. */
export const Offer = z
  .strictObject({
    ...summary,
    language: LanguageCode,
    buyerReference: z.string().nullable(),
    intro: z.string(),
    outro: z.string(),
    notes: z.string(),
    pricesIncludeTax: z.boolean(),
    taxRounding: z.enum(['group', 'line']),
    itemsTotal: Money,
    adjustments: z.array(Adjustment),
    taxGroups: z.array(TaxGroup),
    items: z.array(OfferItem),
    documentId: RecordId.nullable().meta({ description: 'Its frozen document, once it is sent.' }),
    order: z.strictObject({ id: RecordId, number: z.string() }).nullable(),
    revises: Related.nullable().meta({ description: 'The version before.' }),
    revisedBy: Related.nullable().meta({ description: 'The version after.' }),
    answer: Answer.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'Offer' }) satisfies z.ZodType<Omit<OfferDto, 'language'> & { language: string }>;
