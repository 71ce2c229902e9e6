import { sql } from '../platform/db';
import { notFound, parse } from '../platform/errors';
import { withSystemTx } from '../platform/tx';
import { toUser, userColumns } from './internal';
import { UpdateProfileInput, type User } from './schemas';
import { forgetSessions } from './session-copies';

/** Changes one's own name, language and formats; open sessions show it at once. */
export async function updateProfile(userId: string, input: UpdateProfileInput): Promise<User> {
  const data = parse(UpdateProfileInput, input);
  const changed = await withSystemTx(async (tx) => {
    const [row] = await tx.query<User>(sql`
      update users u set
        name = coalesce(${data.name ?? null}::text, u.name),
        language = coalesce(${data.language ?? null}::text, u.language),
        time_zone = case when ${data.timeZone !== undefined}::boolean then ${data.timeZone ?? null}::text
                    else u.time_zone end,
        date_format = coalesce(${data.dateFormat ?? null}::text, u.date_format),
        number_format = coalesce(${data.numberFormat ?? null}::text, u.number_format),
        updated_at = now()
      where u.id = ${userId}::uuid and u.disabled_at is null
      returning ${userColumns}`);
    if (!row) throw notFound('user');
    const sessions = await tx.query<{ tokenHash: string }>(
      sql`select token_hash as "tokenHash" from sessions where user_id = ${userId}::uuid`,
    );
    return { user: toUser(row), tokenHashes: sessions.map((session) => session.tokenHash) };
  });
  await forgetSessions(changed.tokenHashes);
  return changed.user;
}
