'use server';

import {
  acceptOffer,
  bulkOffers,
  createOffer,
  declineOffer,
  deleteOffer,
  orderOffer,
  reviseOffer,
  sendOffer,
  updateOffer,
  withdrawOffer,
  type AnswerOfferInput,
  type BulkOffersInput,
  type CreateOfferInput,
  type UpdateOfferInput,
} from '@countinghouse/core/offers';
import { inCompany } from '../../../../server/action';

export async function createOfferAction(tenant: string, input: CreateOfferInput) {
  return inCompany(tenant, (ctx) => createOffer(ctx, input));
}

export async function updateOfferAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateOfferInput,
) {
  return inCompany(tenant, (ctx) => updateOffer(ctx, id, version, input));
}

export async function sendOfferAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, (ctx) => sendOffer(ctx, id, version));
}

export async function withdrawOfferAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, (ctx) => withdrawOffer(ctx, id, version));
}

export async function deleteOfferAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, (ctx) => deleteOffer(ctx, id, version));
}

export async function reviseOfferAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => reviseOffer(ctx, id));
}

export async function orderOfferAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => orderOffer(ctx, id));
}

export async function answerOfferAction(
  tenant: string,
  id: string,
  answer: 'accepted' | 'declined',
  input: AnswerOfferInput,
) {
  const record = answer === 'accepted' ? acceptOffer : declineOffer;
  return inCompany(tenant, (ctx) => record(ctx, id, input));
}

export async function bulkOffersAction(tenant: string, input: BulkOffersInput) {
  return inCompany(tenant, (ctx) => bulkOffers(ctx, input));
}
