import {
  bulkOffers,
  createOffer,
  deleteOffer,
  getOffer,
  listOffers,
  updateOffer,
} from '@countinghouse/core/offers';
import {
  BulkOffersInput,
  CreateOfferInput,
  ListOffersInput,
  UpdateOfferInput,
} from '@countinghouse/core/offers/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { bulk, OrdersChanged } from './bulk';
import { offerMoves } from './offer-moves';
import { Offer, OfferSummary } from './offer-schemas';

const tag = 'Offers';

const example = {
  currency: 'EUR',
  validUntil: '2026-12-31',
  items: [{ title: 'Rye bread, sliced', quantity: '12', unitPrice: '3.20' }],
  adjustments: [{ kind: 'discount', reason: 'Welcome', percent: '5' }],
};

export const offerOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/offers',
    id: 'listOffers',
    tag,
    summary: 'List offers',
    scope: 'offers:read',
    query: ListOffersInput,
    success: { status: 200, description: 'One page of offers.', schema: pageOf(OfferSummary, 'OfferPage') },
    run: async ({ ctx, query }) => page(await listOffers(ctx, query)),
  },
  {
    method: 'post',
    path: '/offers',
    id: 'createOffer',
    tag,
    summary: 'Draft an offer',
    description:
      'What is not given comes from the customer and the company. The number comes with sending it.',
    scope: 'offers:write',
    body: CreateOfferInput,
    bodyExample: example,
    success: { status: 201, description: 'The new draft.', schema: Offer, headers: ['ETag', 'Location'] },
    run: async ({ ctx, body }) => created('offers', await createOffer(ctx, body as CreateOfferInput)),
  },
  bulk<BulkOffersInput>({
    resource: 'offers',
    tag,
    scope: 'offers:write',
    body: BulkOffersInput,
    bodyExample: { action: 'add-tag', tag: 'fair', filters: { archived: 'false' } },
    schema: OrdersChanged,
    run: bulkOffers,
  }),
  {
    method: 'get',
    path: '/offers/{id}',
    id: 'getOffer',
    tag,
    summary: 'Read an offer with its lines',
    scope: 'offers:read',
    success: { status: 200, description: 'The offer.', schema: Offer, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getOffer(ctx, id)),
  },
  {
    method: 'patch',
    path: '/offers/{id}',
    id: 'updateOffer',
    tag,
    summary: 'Change an offer',
    description:
      'Only the fields that are given change; `items`, where given, is the whole new list. Of an offer that was sent, ' +
      '`notes`, `tags` and `archived` can change.',
    scope: 'offers:write',
    body: UpdateOfferInput,
    bodyExample: { notes: 'Called on Monday.' },
    ifMatch: 'required',
    success: { status: 200, description: 'The offer as it is now.', schema: Offer, headers: ['ETag'] },
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateOffer(ctx, id, expectedVersion ?? 0, body as UpdateOfferInput)),
  },
  {
    method: 'delete',
    path: '/offers/{id}',
    id: 'deleteOffer',
    tag,
    problems: ['conflict'],
    summary: 'Delete a draft',
    description: 'An offer that was sent stays; it can be withdrawn.',
    scope: 'offers:write',
    ifMatch: 'optional',
    success: { status: 204, description: 'It is gone.' },
    run: async ({ ctx, id, expectedVersion }) => {
      await deleteOffer(ctx, id, expectedVersion);
      return { status: 204 };
    },
  },
  ...offerMoves,
];
