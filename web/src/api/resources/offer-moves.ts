import {
  acceptOffer,
  declineOffer,
  orderOffer,
  reviseOffer,
  sendOffer,
  withdrawOffer,
} from '@countinghouse/core/offers';
import { AnswerOfferInput, type OfferDto } from '@countinghouse/core/offers/schemas';
import { record, type Call, type Operation } from '../operation';
import { Offer } from './offer-schemas';

interface Move {
  name: string;
  summary: string;
  description: string;
  run: (call: Call) => Promise<OfferDto>;
}

const move = ({ name, summary, description, run }: Move): Operation => ({
  method: 'post',
  path: `/offers/{id}/${name}`,
  id: `${name}Offer`,
  tag: 'Offers',
  problems: ['conflict'],
  summary,
  description,
  scope: 'offers:write',
  ifMatch: 'optional',
  success: { status: 200, description: 'The offer as it is now.', schema: Offer, headers: ['ETag'] },
  run: async (call) => record(await run(call)),
});

const answer = (one: Move): Operation => ({
  ...move(one),
  body: AnswerOfferInput,
  bodyExample: { name: 'Ann Lee', comment: 'By phone.' },
});

/** What happens to an offer after it was drafted. */
export const offerMoves: readonly Operation[] = [
  move({
    name: 'send',
    summary: 'Send an offer',
    description:
      'It gets its number and its frozen document, and can be accepted until its last day. The mail is sent apart: ' +
      '`POST /documents/{id}/sendings` with its `documentId`.',
    run: ({ ctx, id, expectedVersion }) => sendOffer(ctx, id, expectedVersion),
  }),
  answer({
    name: 'accept',
    summary: 'Record that an offer was accepted',
    description: 'As when the customer accepts it on its public page.',
    run: ({ ctx, id, expectedVersion, body }) =>
      acceptOffer(ctx, id, body as AnswerOfferInput, expectedVersion),
  }),
  answer({
    name: 'decline',
    summary: 'Record that an offer was declined',
    description: 'As when the customer declines it on its public page.',
    run: ({ ctx, id, expectedVersion, body }) =>
      declineOffer(ctx, id, body as AnswerOfferInput, expectedVersion),
  }),
  move({
    name: 'withdraw',
    summary: 'Withdraw an offer',
    description: 'Until it is answered.',
    run: ({ ctx, id, expectedVersion }) => withdrawOffer(ctx, id, expectedVersion),
  }),
  {
    ...move({
      name: 'revise',
      summary: 'Draft a new version of an offer',
      description:
        'Answers the draft, which takes the place of this offer once it is sent. A second time answers the same draft.',
      run: ({ ctx, id }) => reviseOffer(ctx, id),
    }),
    success: { status: 200, description: 'The draft of the new version.', schema: Offer, headers: ['ETag'] },
  },
  move({
    name: 'order',
    summary: 'Make an order of an accepted offer',
    description:
      'Once and only once: a second time answers the offer with the order there is. Needs `orders:write`, too.',
    run: ({ ctx, id }) => orderOffer(ctx, id),
  }),
];
