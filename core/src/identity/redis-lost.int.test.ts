import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../platform/ids';
import { redis } from '../platform/queues';
import { createSession, createUser, endSession, findSession, verifyPassword, type User } from './index';

const password = 'mint-ledger-copper-42';
let user: User;

beforeAll(async () => {
  user = await createUser({ email: `${newId()}@example.test`, name: 'Ann Lee', password });
  redis().disconnect();
});
afterAll(async () => {
  await redis().connect();
});

it('signs people in and out without Redis', async () => {
  expect(await verifyPassword(user.email, password, '198.51.100.1')).toEqual(user);
  const { token } = await createSession(user.id);
  expect(await findSession(token)).toMatchObject({ user });
  await endSession(token);
  expect(await findSession(token)).toBeNull();
});

it('still limits attempts without Redis', async () => {
  const wrong = () => verifyPassword(user.email, 'wrong', '198.51.100.2');
  for (let at = 0; at < 10; at += 1) expect(await wrong()).toBeNull();
  await expect(wrong()).rejects.toMatchObject({ code: 'rate-limited' });
});
