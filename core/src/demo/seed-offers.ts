import { acceptOffer, createOffer, declineOffer, orderOffer, sendOffer, type OfferDto } from '../offers';
import type { Ctx } from '../platform/context';
import { addDays, localDate } from '../platform/time';
import { onDay } from './on-day';

interface Story {
  /** Days ago that it was sent; null for a draft. */
  sent: number | null;
  answer?: 'accepted' | 'ordered' | 'declined';
  comment?: string;
  items: { title: string; quantity: string; unitPrice: string }[];
}

const stories: readonly Story[] = [
  { sent: 40, items: [{ title: 'Easter window, decoration and hire', quantity: '1', unitPrice: '780' }] },
  {
    sent: 16,
    answer: 'declined',
    comment: 'We have decided to wait until spring.',
    items: [{ title: 'Shelf units, oiled oak', quantity: '6', unitPrice: '145.50' }],
  },
  {
    sent: 12,
    answer: 'ordered',
    items: [{ title: 'Gift boxes with the name of your shop', quantity: '250', unitPrice: '1.90' }],
  },
  {
    sent: 5,
    answer: 'accepted',
    items: [
      { title: 'Christmas hampers, large', quantity: '40', unitPrice: '28' },
      { title: 'Delivery to four addresses', quantity: '4', unitPrice: '12.50' },
    ],
  },
  {
    sent: 3,
    items: [
      { title: 'Lanterns for the summer fair', quantity: '120', unitPrice: '3.15' },
      { title: 'Candles, 6 hours', quantity: '240', unitPrice: '0.42' },
    ],
  },
  { sent: null, items: [{ title: 'Workshop: binding a wreath', quantity: '2', unitPrice: '85' }] },
];

async function answer(ctx: Ctx, offer: OfferDto, { answer, comment = '' }: Story): Promise<void> {
  if (!answer) return;
  const given = { name: offer.customer?.name ?? '', comment };
  if (answer === 'declined') {
    await declineOffer(ctx, offer.id, given);
    return;
  }
  await acceptOffer(ctx, offer.id, given);
  if (answer === 'ordered') await orderOffer(ctx, offer.id);
}

/** Offers in every state there is, each to another customer: the first was sent so long ago that it has expired. */
export async function seedOffers(ctx: Ctx, customerIds: readonly string[], timeZone: string): Promise<void> {
  const today = localDate(ctx.clock(), timeZone);
  for (const [index, story] of stories.entries()) {
    // A draft is of this moment: noon may be still to come.
    const then = story.sent === null ? ctx : onDay(ctx, addDays(today, -story.sent));
    const customerId = customerIds[index % customerIds.length] ?? null;
    const draft = await createOffer(then, { customerId, items: story.items });
    if (story.sent === null) continue;
    await answer(ctx, await sendOffer(then, draft.id, draft.version), story);
  }
}
