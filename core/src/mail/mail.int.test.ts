import { afterEach, expect, it } from 'vitest';
import { config } from '../platform/config';
import { newId } from '../platform/ids';
import { sql } from '../platform/db';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { jobsWaiting, mailsTo, rolledBack, testTenant } from '../testing';
import {
  claimMail,
  listMails,
  mailsAreShown,
  markMailFailed,
  markMailSent,
  queueMail,
  releaseMail,
  sweepMails,
} from './index';

const values = { name: 'Ann', link: 'https://books.example/reset/x' };
const address = () => `${newId()}@example.test`;
const write = (to = address()) =>
  withSystemTx((tx) => queueMail(tx, null, { to, language: 'en', template: 'password-reset', values }));

const settings = config() as { COUNTINGHOUSE_DEMO: boolean; SMTP_URL: string | undefined };
const before = { ...settings };
afterEach(() => {
  Object.assign(settings, before);
});

it('writes a mail of a company in its transaction, or not at all', async () => {
  const { ctx } = await testTenant();
  const to = address();
  const waiting = await jobsWaiting('mail.send');
  const send = (inside: typeof ctx) =>
    withTx(inside, ({ tx, tenantId }) =>
      queueMail(tx, tenantId, { to, language: 'uz', template: 'password-changed', values }),
    );
  await rolledBack(ctx, send);
  expect(await mailsTo(to)).toEqual([]);
  expect(await jobsWaiting('mail.send')).toBe(waiting);
  await send(ctx);
  expect(await mailsTo(to)).toEqual([expect.objectContaining({ subject: 'Parolingiz o‘zgartirildi' })]);
  expect(await jobsWaiting('mail.send')).toBe(waiting + 1);
  expect(await readOne(ctx, sql`select 1 from mails`)).toEqual([]);
});

it('is claimed by one run at a time, and by none once it is sent', async () => {
  const id = await write();
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimMail(id)));
  expect(claims.filter((claim) => claim === 'busy')).toHaveLength(3);
  await releaseMail(id);
  expect(await claimMail(id)).toMatchObject({ id, subject: 'Choose a new password' });
  await markMailSent(id);
  expect(await claimMail(id)).toBe('done');
  await markMailFailed(id);
  await releaseMail(id);
  expect(await claimMail(id)).toBe('done');
});

it('can be claimed again once a worker that died has had it too long', async () => {
  const id = await write();
  await claimMail(id);
  await withSystemTx((tx) =>
    tx.execute(
      sql`update mails set claimed_until = claimed_until - interval '181 seconds' where id = ${id}::uuid`,
    ),
  );
  expect(await claimMail(id)).toMatchObject({ id });
});

it('keeps no link that opens an account once it is sent or given up', async () => {
  for (const end of [markMailSent, markMailFailed]) {
    const to = address();
    await end(await write(to));
    expect((await mailsTo(to))[0]).toMatchObject({ text: '' });
  }
});

it('is shown on a page in a demo without a mail server only', async () => {
  const to = address();
  await write(to);
  await expect(listMails()).rejects.toMatchObject({ code: 'not-found' });
  settings.COUNTINGHOUSE_DEMO = true;
  expect(mailsAreShown()).toBe(true);
  expect((await listMails())[0]).toMatchObject({
    recipient: to,
    text: expect.stringContaining(values.link) as string,
  });
  settings.SMTP_URL = 'smtp://mail.example';
  await expect(listMails()).rejects.toMatchObject({ code: 'not-found' });
});

it('is deleted after 30 days', async () => {
  const [old, young] = [await write(), await write()];
  await withSystemTx((tx) =>
    tx.execute(sql`update mails set created_at = now() - interval '31 days' where id = ${old}::uuid`),
  );
  expect(await sweepMails()).toBe(1);
  expect(await claimMail(old)).toBe('done');
  expect(await claimMail(young)).toMatchObject({ id: young });
});
