import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimMail, queueMail } from '@countinghouse/core/mail';
import { config } from '@countinghouse/core/platform/config';
import { sql } from '@countinghouse/core/platform/db';
import { newId } from '@countinghouse/core/platform/ids';
import { log } from '@countinghouse/core/platform/log';
import { withSystemTx } from '@countinghouse/core/platform/tx';
import { PermanentFailure } from '../../handler';
import { sendMail } from './send';
import { startMailServer, type TestMailServer } from './test-mail-server';

const settings = config() as { SMTP_URL: string | undefined };
let server: TestMailServer;
let recipient: string;
let mailId: string;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(async () => {
  await server.close();
});

beforeEach(async () => {
  settings.SMTP_URL = server.url;
  server.messages.length = 0;
  recipient = `${newId()}@example.test`;
  mailId = await withSystemTx((tx) =>
    queueMail(tx, null, {
      to: recipient,
      language: 'ru',
      template: 'password-reset',
      values: { name: 'Анна', link: 'https://books.example/reset/x' },
    }),
  );
});

const run = (signal = new AbortController().signal) =>
  sendMail.run({ ctx: null, payload: { mailId }, signal, log: log() });
const giveUp = () =>
  sendMail.giveUp?.({ ctx: null, payload: { mailId }, log: log(), error: new Error('no') });

async function state() {
  const [row] = await withSystemTx((tx) =>
    tx.query<{ sent: boolean; failed: boolean; text: string }>(sql`
      select sent_at is not null as sent, failed_at is not null as failed, text from mails
      where id = ${mailId}::uuid`),
  );
  return row;
}

describe('mail.send', () => {
  it('sends a mail with its text and HTML once', async () => {
    await run();
    await run();
    expect(server.messages).toHaveLength(1);
    const [message = ''] = server.messages;
    expect(message).toContain(`To: ${recipient}`);
    expect(message).toContain('From: Countinghouse <no-reply@localhost>');
    expect(message).toContain(`Message-ID: <${mailId}@localhost>`);
    expect(message).toContain('Auto-Submitted: auto-generated');
    expect(message).toMatch(/Subject: =\?UTF-8\?/);
    expect(message).toContain('Content-Type: text/plain; charset=utf-8');
    expect(message).toContain('Content-Type: text/html; charset=utf-8');
    expect(await state()).toEqual({ sent: true, failed: false, text: '' });
  });

  it('sends once when two runs meet', async () => {
    const runs = await Promise.allSettled([run(), run(), run()]);
    expect(runs.some((each) => each.status === 'fulfilled')).toBe(true);
    expect(server.messages).toHaveLength(1);
  });

  it('keeps the mail where there is no mail server', async () => {
    settings.SMTP_URL = undefined;
    await run();
    expect(server.messages).toEqual([]);
    expect(await state()).toMatchObject({
      sent: false,
      failed: false,
      text: expect.stringContaining('Анна') as string,
    });
  });

  it('can be tried again when the server is away or asks to come later', async () => {
    settings.SMTP_URL = 'smtp://127.0.0.1:1';
    await expect(run()).rejects.toThrow();
    settings.SMTP_URL = server.url;
    server.recipientAnswers.push('451 come back later');
    await expect(run()).rejects.not.toBeInstanceOf(PermanentFailure);
    expect(await state()).toMatchObject({ sent: false, failed: false });
    await run();
    expect(server.messages).toHaveLength(1);
  });

  it('is given up at once when the recipient is refused for good', async () => {
    server.recipientAnswers.push('550 no such mailbox');
    await expect(run()).rejects.toBeInstanceOf(PermanentFailure);
    await giveUp();
    expect(await state()).toEqual({ sent: false, failed: true, text: '' });
    await run();
    expect(server.messages).toEqual([]);
  });

  it('begins nothing once the worker stops, and leaves the mail free', async () => {
    await expect(run(AbortSignal.abort())).rejects.toThrow();
    expect(await claimMail(mailId)).toMatchObject({ id: mailId });
  });
});
