import type { LetterSnapshot } from '../documents/schemas';
import type { Ctx } from '../platform/context';
import { notFound, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { factsOf } from './facts';
import { reminderPolicy } from './policy';
import { LetterKey } from './schemas';
import { letterFor } from './letter-of';
import { letterSnapshot } from './snapshot';

/** What a letter would say if it were sent now; its number stands open. @throws AppError `not-found` */
export async function previewReminder(ctx: Ctx, input: LetterKey): Promise<LetterSnapshot> {
  demand(ctx, reminderPolicy.read);
  const key = parse(LetterKey, input);
  return withTx(ctx, async (ctx) => {
    const letter = await letterFor(ctx, key);
    if (!letter) throw notFound('reminder');
    return letterSnapshot(await factsOf(ctx, letter), '…');
  });
}
