import { z } from 'zod';
import { cached, forget } from '../platform/cache';
import { log } from '../platform/log';
import { RoleName } from './schemas';

const COPY_SECONDS = 15;

const MembershipCopy = z.object({ tenantId: z.uuid(), role: RoleName });
export type MembershipCopy = z.infer<typeof MembershipCopy>;

const keyOf = (slug: string, userId: string) => `membership:${slug}:${userId}`;

/** The copy of a membership in Redis, or what `load` finds. */
export const membershipCopy = (
  slug: string,
  userId: string,
  load: () => Promise<MembershipCopy | null>,
): Promise<MembershipCopy | null> => cached(keyOf(slug, userId), MembershipCopy, COPY_SECONDS, load);

/** Makes a changed role hold for the very next request. Call it once the change is committed. */
export async function forgetMembership(slug: string, userId: string): Promise<void> {
  try {
    await forget(keyOf(slug, userId));
  } catch (error) {
    // Readers cannot reach Redis either and look into Postgres; a copy that survives lives for seconds.
    log().warn({ err: error, operation: 'members.forget' }, 'copy of a membership not forgotten');
  }
}
