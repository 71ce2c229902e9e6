import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { secretToken } from '../platform/tokens';
import { withSystemTx } from '../platform/tx';
import { jobsWaiting, mailsTo, tokenIn } from '../testing';
import {
  changePassword,
  createSession,
  createUser,
  findSession,
  isResetOpen,
  requestPasswordReset,
  resetPassword,
  verifyPassword,
  type User,
} from './index';

const password = 'mint-ledger-copper-42';
const next = 'walnut-harbour-lantern-7';

let user: User;
let ip: string;
let address = 0;
beforeEach(async () => {
  user = await createUser({ email: `${newId()}@example.test`, name: 'Ann Lee', password, language: 'ru' });
  address += 1;
  ip = `192.0.2.${address}`;
});

const asked = async () => {
  await requestPasswordReset(user.email.toUpperCase(), ip);
  return tokenIn((await mailsTo(user.email))[0]);
};

describe('a forgotten password', () => {
  it('is replaced by way of a mail in the language of the person', async () => {
    const waiting = await jobsWaiting('mail.send');
    const token = await asked();
    expect(await mailsTo(user.email)).toEqual([
      expect.objectContaining({ template: 'password-reset', language: 'ru' }),
    ]);
    expect(await jobsWaiting('mail.send')).toBe(waiting + 1);
    expect(await isResetOpen(token)).toBe(true);
    await resetPassword(token, next);
    expect(await verifyPassword(user.email, password, ip)).toBeNull();
    expect(await verifyPassword(user.email, next, ip)).toEqual(user);
    expect((await mailsTo(user.email))[0]).toMatchObject({ template: 'password-changed' });
  });

  it('ends every session', async () => {
    const tokens = [(await createSession(user.id)).token, (await createSession(user.id)).token];
    for (const session of tokens) await findSession(session);
    await resetPassword(await asked(), next);
    for (const session of tokens) expect(await findSession(session)).toBeNull();
  });

  it('is reset once by a link, and older links stop working, too', async () => {
    const [first, second] = [await asked(), await asked()];
    const tries = await Promise.allSettled([resetPassword(second, next), resetPassword(second, next)]);
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    for (const token of [first, second, secretToken()]) {
      expect(await isResetOpen(token)).toBe(false);
      await expect(resetPassword(token, next)).rejects.toMatchObject({ reason: 'link-expired' });
    }
  });

  it('has an hour', async () => {
    const token = await asked();
    await withSystemTx((tx) =>
      tx.execute(sql`update one_time_tokens set expires_at = expires_at - interval '61 minutes'
                     where user_id = ${user.id}::uuid`),
    );
    await expect(resetPassword(token, next)).rejects.toMatchObject({ reason: 'link-expired' });
  });

  it('is not replaced by a weak one, and the link stays good', async () => {
    const token = await asked();
    await expect(resetPassword(token, 'password1234')).rejects.toMatchObject({ reason: 'password-common' });
    expect(await verifyPassword(user.email, password, ip)).toEqual(user);
    await resetPassword(token, next);
  });

  it('gives nothing away about who has an account', async () => {
    const nobody = `${newId()}@example.test`;
    const timed = async (email: string) => {
      const began = performance.now();
      expect(await requestPasswordReset(email, ip)).toBeUndefined();
      return performance.now() - began;
    };
    const [known, unknown] = [await timed(user.email), await timed(nobody)];
    expect(unknown).toBeGreaterThanOrEqual(295);
    expect(known).toBeGreaterThanOrEqual(295);
    expect(await mailsTo(nobody)).toEqual([]);
  });

  it('sends three mails an hour and no more, without saying so', async () => {
    for (let at = 0; at < 5; at += 1) await requestPasswordReset(user.email, ip);
    expect(await mailsTo(user.email)).toHaveLength(3);
  });

  it('cannot be asked for endlessly from one address', async () => {
    const many = Array.from({ length: 22 }, () => requestPasswordReset(`${newId()}@example.test`, ip));
    const answers = await Promise.allSettled(many);
    expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(2);
  });
});

describe('changePassword', () => {
  it('needs the current one, ends other sessions and keeps this one', async () => {
    const [here, there] = [(await createSession(user.id)).token, (await createSession(user.id)).token];
    const session = await findSession(here);
    await findSession(there);
    const from = { sessionId: session?.id ?? '', ip };
    const wrong = changePassword(user.id, { currentPassword: 'wrong', newPassword: next }, from);
    await expect(wrong).rejects.toMatchObject({ reason: 'wrong-password' });
    const weak = changePassword(user.id, { currentPassword: password, newPassword: 'qwerty123456' }, from);
    await expect(weak).rejects.toMatchObject({
      reason: 'password-common',
      faults: [expect.objectContaining({ path: 'newPassword' })],
    });
    await changePassword(user.id, { currentPassword: password, newPassword: next }, from);
    expect(await findSession(here)).not.toBeNull();
    expect(await findSession(there)).toBeNull();
    expect(await verifyPassword(user.email, next, ip)).toEqual(user);
    expect((await mailsTo(user.email))[0]).toMatchObject({ template: 'password-changed' });
  });

  it('counts wrong guesses like a sign-in', async () => {
    const from = { sessionId: newId(), ip };
    const guess = () => changePassword(user.id, { currentPassword: 'wrong', newPassword: next }, from);
    for (let at = 0; at < 10; at += 1)
      await expect(guess()).rejects.toMatchObject({ reason: 'wrong-password' });
    await expect(guess()).rejects.toMatchObject({ code: 'rate-limited' });
  });
});
