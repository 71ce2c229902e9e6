import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sql, type Sql } from '../platform/db';
import { config } from '../platform/config';
import { newId } from '../platform/ids';
import { redis } from '../platform/queues';
import { secretToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import {
  createSession,
  createUser,
  endSession,
  findSession,
  getProfile,
  listSessions,
  revokeOtherSessions,
  revokeSession,
  sweepIdentity,
  updateProfile,
  type User,
} from './index';

let user: User;
beforeEach(async () => {
  user = await createUser({ email: `${newId()}@example.test`, name: 'Ann Lee' });
});

const start = async () => (await createSession(user.id, { ip: '203.0.113.1', userAgent: 'Test' })).token;

/** Changes all sessions of the person in the database, past the copies in Redis. */
async function rewrite(change: Sql): Promise<void> {
  await withSystemTx((tx) => tx.execute(sql`update sessions set ${change} where user_id = ${user.id}::uuid`));
  const keys = await redis().keys(`${config().REDIS_PREFIX}:cache:session:*`);
  if (keys.length > 0) await redis().del(...keys);
}

const lastSeen = async () => Date.parse((await listSessions(user.id))[0]?.lastSeenAt ?? '');

describe('a session', () => {
  it('is found by its token and says whose it is', async () => {
    const { token, expiresAt } = await createSession(user.id);
    const session = await findSession(token);
    expect(session).toMatchObject({ user, expiresAt: expiresAt.toISOString() });
    expect(await findSession(token)).toEqual(session);
    expect(await findSession(secretToken())).toBeNull();
  });

  it('is stored as a hash only', async () => {
    const token = await start();
    const rows = await withSystemTx((tx) =>
      tx.query(sql`select * from sessions where user_id = ${user.id}::uuid`),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends at once when it is revoked, although a copy was just used', async () => {
    const [here, there] = [await start(), await start()];
    const session = await findSession(there);
    await revokeSession(user.id, session?.id ?? '');
    expect(await findSession(there)).toBeNull();
    expect(await findSession(here)).not.toBeNull();
    await endSession(here);
    expect(await findSession(here)).toBeNull();
    await endSession(here);
  });

  it('is not brought back by a reader that was on its way during the revocation', async () => {
    const token = await start();
    const readers = Array.from({ length: 20 }, () => findSession(token));
    const ended = endSession(token);
    await Promise.all([...readers, ended]);
    expect(await findSession(token)).toBeNull();
  });

  it('is replaced at sign-in', async () => {
    const before = await start();
    await findSession(before);
    const { token } = await createSession(user.id, { replaces: before });
    expect(await findSession(before)).toBeNull();
    expect(await findSession(token)).not.toBeNull();
  });

  it('of someone else cannot be revoked', async () => {
    const token = await start();
    const session = await findSession(token);
    for (const id of [session?.id ?? '', 'no-id']) {
      await expect(revokeSession(newId(), id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await findSession(token)).not.toBeNull();
  });

  it('lives on when it was used within 7 days', async () => {
    const token = await start();
    await rewrite(sql`last_seen_at = now() - interval '6 days 23 hours'`);
    expect(await findSession(token)).not.toBeNull();
  });

  it('ends after 7 days without use', async () => {
    const token = await start();
    await rewrite(sql`last_seen_at = now() - interval '7 days 1 minute'`);
    expect(await findSession(token)).toBeNull();
    expect(await listSessions(user.id)).toEqual([]);
  });

  it('ends after 30 days however busy', async () => {
    const { token, expiresAt } = await createSession(user.id);
    expect(Math.round((expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(30);
    await rewrite(sql`expires_at = now() - interval '1 second'`);
    expect(await findSession(token)).toBeNull();
    expect(await sweepIdentity()).toBeGreaterThanOrEqual(1);
  });

  it('of a disabled account does not open', async () => {
    const token = await start();
    await withSystemTx((tx) =>
      tx.execute(sql`update users set disabled_at = now() where id = ${user.id}::uuid`),
    );
    expect(await findSession(token)).toBeNull();
  });

  it('notes its use at most once a minute', async () => {
    const token = await start();
    await rewrite(sql`last_seen_at = now() - interval '30 seconds'`);
    const before = await lastSeen();
    await findSession(token);
    await rewrite(sql`last_seen_at = last_seen_at - interval '5 minutes'`);
    await findSession(token);
    await vi.waitFor(async () => expect(await lastSeen()).toBeGreaterThan(before));
    expect(Date.now() - (await lastSeen())).toBeLessThan(20_000);
  });
});

describe('the list of own sessions', () => {
  it('shows where they are, and which is this one', async () => {
    const token = await start();
    await createSession(user.id, { userAgent: 'x'.repeat(5_000) });
    const current = await findSession(token);
    const lines = await listSessions(user.id, current?.id);
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.current)).toMatchObject({ ip: '203.0.113.1', userAgent: 'Test' });
    expect(await listSessions(newId())).toEqual([]);
  });

  it('can be emptied but for this one', async () => {
    const [here, ...others] = [await start(), await start(), await start()];
    for (const token of others) await findSession(token);
    const current = await findSession(here);
    expect(await revokeOtherSessions(user.id, current?.id ?? '')).toBe(2);
    for (const token of others) expect(await findSession(token)).toBeNull();
    expect(await findSession(here)).not.toBeNull();
  });
});

describe('the profile', () => {
  it('changes, and open sessions show it', async () => {
    const token = await start();
    await findSession(token);
    const changes = {
      name: 'Anna Ли',
      language: 'uz',
      timeZone: 'Asia/Tashkent',
      dateFormat: 'ymd',
      numberFormat: 'space-comma',
    } as const;
    expect(await updateProfile(user.id, changes)).toEqual({ ...user, ...changes });
    expect(await getProfile(user.id)).toEqual({ ...user, ...changes });
    expect((await findSession(token))?.user).toEqual({ ...user, ...changes });
  });

  it('keeps what is not named, and takes the time zone back', async () => {
    await updateProfile(user.id, { timeZone: 'Europe/Berlin' });
    expect(await updateProfile(user.id, { dateFormat: 'mdy' })).toMatchObject({ timeZone: 'Europe/Berlin' });
    expect(await updateProfile(user.id, { timeZone: null })).toMatchObject({
      timeZone: null,
      dateFormat: 'mdy',
    });
  });

  it.each([
    ['name', '  '],
    ['language', 'de'],
    ['timeZone', 'Nowhere/At all'],
    ['dateFormat', 'ydm'],
    ['numberFormat', 'none'],
    ['email', 'new@example.test'],
  ])('refuses %s %j', async (field, value) => {
    await expect(updateProfile(user.id, { [field]: value })).rejects.toMatchObject({
      faults: [expect.objectContaining({ path: field })],
    });
  });

  it('of nobody does not exist', async () => {
    await expect(getProfile(newId())).rejects.toMatchObject({ code: 'not-found' });
    await expect(updateProfile(newId(), { name: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
