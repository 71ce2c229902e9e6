import { beforeEach, describe, expect, it } from 'vitest';
import { hash } from '@node-rs/argon2';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { withSystemTx } from '../platform/tx';
import { createUser, findUserByEmail, verifyPassword, type User } from './index';

const password = 'mint-ledger-copper-42';

let user: User;
let ip: string;
let address = 0;
beforeEach(async () => {
  user = await createUser({ email: `${newId()}@example.test`, name: 'Ann Lee', password });
  address += 1;
  ip = `198.51.100.${address}`;
});

const storedHash = async () => {
  const [row] = await withSystemTx((tx) =>
    tx.query<{ hash: string }>(sql`select password_hash as hash from users where id = ${user.id}::uuid`),
  );
  return row?.hash ?? '';
};

describe('verifyPassword', () => {
  it('knows the person, however the address is written', async () => {
    expect(await verifyPassword(` ${user.email.toUpperCase()} `, password, ip)).toEqual(user);
  });

  it('takes the same letters in another Unicode form', async () => {
    const typed = 'Äpfel-Öl-žluťoučký-kůň';
    const other = await createUser({
      email: `${newId()}@example.test`,
      name: 'B',
      password: typed.normalize('NFC'),
    });
    expect(await verifyPassword(other.email, typed.normalize('NFD'), ip)).toMatchObject({ id: other.id });
  });

  it('gives one answer to a wrong password, nobody, and no address at all', async () => {
    expect(await verifyPassword(user.email, 'wrong', ip)).toBeNull();
    expect(await verifyPassword('nobody@example.test', password, ip)).toBeNull();
    expect(await verifyPassword('no address', password, ip)).toBeNull();
    expect(await verifyPassword(user.email, `${password}${'x'.repeat(10_000)}`, ip)).toBeNull();
  });

  it('lets in neither disabled accounts nor those without a password', async () => {
    await withSystemTx((tx) =>
      tx.execute(sql`update users set disabled_at = now() where id = ${user.id}::uuid`),
    );
    expect(await verifyPassword(user.email, password, ip)).toBeNull();
    const bare = await createUser({ email: `${newId()}@example.test`, name: 'No Password' });
    expect(await verifyPassword(bare.email, '', ip)).toBeNull();
  });

  it('works as long for nobody as for somebody', async () => {
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const timed = async (email: string) => {
      const began = performance.now();
      await verifyPassword(email, 'wrong', ip);
      return performance.now() - began;
    };
    await timed('warm-up@example.test');
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 7; turn += 1) {
      known.push(await timed(user.email));
      unknown.push(await timed(`nobody-${turn}@example.test`));
    }
    expect(median(unknown)).toBeGreaterThan(median(known) * 0.4);
  });

  it('stores argon2id with the OWASP parameters, and renews older hashes at sign-in', async () => {
    expect(await storedHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const weak = await hash(password, { memoryCost: 4_096, timeCost: 1, parallelism: 1 });
    await withSystemTx((tx) =>
      tx.execute(sql`update users set password_hash = ${weak} where id = ${user.id}::uuid`),
    );
    expect(await verifyPassword(user.email, password, ip)).toEqual(user);
    expect(await storedHash()).toMatch(/m=19456,t=2,p=1/);
    expect(await verifyPassword(user.email, password, ip)).toEqual(user);
  });
});

describe('the limit on attempts', () => {
  const wrong = (email: string, from = ip) =>
    verifyPassword(email, 'wrong', from).catch((error: { code: string; retryAfterSeconds: number }) => error);

  it('stops the eleventh on an account from an address, even with the right password', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => wrong(user.email)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
    const late = verifyPassword(user.email, password, ip);
    await expect(late).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: expect.any(Number) as number,
    });
    expect(await verifyPassword(user.email, password, '203.0.113.77')).toEqual(user);
  });

  it('is the same for accounts that do not exist', async () => {
    const nobody = `${newId()}@example.test`;
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(nobody)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  });

  it('is for the account, too, when the addresses change', async () => {
    for (let at = 0; at < 50; at += 1) await wrong(user.email, `2001:db8:${address}:${at}::1`);
    expect(await wrong(user.email, `2001:db8:${address}:ffff::1`)).toMatchObject({ code: 'rate-limited' });
  });

  it('is for the address, too, when the accounts change', async () => {
    const from = (at: number) => `2001:db8:aaaa:${address}::${at + 1}`;
    for (let at = 0; at < 100; at += 1) await wrong(`${at}-${user.email}`, from(at));
    expect(await wrong(`other-${user.email}`, from(100))).toMatchObject({ code: 'rate-limited' });
  });

  it('forgets failures once the person is in', async () => {
    for (let at = 0; at < 9; at += 1) await wrong(user.email);
    expect(await verifyPassword(user.email, password, ip)).toEqual(user);
    for (let at = 0; at < 9; at += 1) expect(await wrong(user.email)).toBeNull();
  });
});

describe('createUser', () => {
  it('refuses a second account of an address, also at the same time', async () => {
    const email = `${newId()}@example.test`;
    const tries = await Promise.allSettled([1, 2, 3].map(() => createUser({ email, name: 'Twin' })));
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    await expect(createUser({ email: email.toUpperCase(), name: 'Twin' })).rejects.toMatchObject({
      reason: 'email-taken',
    });
    expect(await findUserByEmail(email.toUpperCase())).toMatchObject({ email });
  });

  it.each([
    ['short-pass', 'password-short'],
    ['password1234', 'password-common'],
    ['countinghouse-demo', 'password-common'],
  ])('refuses the password %s', async (weak, reason) => {
    const creating = createUser({ email: `${newId()}@example.test`, name: 'Weak', password: weak });
    await expect(creating).rejects.toMatchObject({ code: 'invalid', reason });
  });

  it('takes published passwords in a demo only', async () => {
    const creating = createUser(
      { email: `${newId()}@example.test`, name: 'Demo', password: 'countinghouse-demo' },
      { published: true },
    );
    await expect(creating).rejects.toMatchObject({ code: 'forbidden' });
  });
});
