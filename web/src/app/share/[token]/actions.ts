'use server';

import { answerSharedOffer, type AnswerSharedInput } from '@countinghouse/core/sharing';
import { headers } from 'next/headers';
import { asVisitor } from '../../../server/action';

export async function answerAction(token: string, input: AnswerSharedInput) {
  const userAgent = (await headers()).get('user-agent') ?? undefined;
  return asVisitor((ip) => answerSharedOffer(token, input, { ip: ip || undefined, userAgent }));
}
