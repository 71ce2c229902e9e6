import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '@countinghouse/core/customers';
import { markPrinted } from '@countinghouse/core/documents';
import { claimMail, markMailSent } from '@countinghouse/core/mail';
import { createOffer, sendOffer } from '@countinghouse/core/offers';
import { config } from '@countinghouse/core/platform/config';
import { sql } from '@countinghouse/core/platform/db';
import { newId } from '@countinghouse/core/platform/ids';
import { log } from '@countinghouse/core/platform/log';
import { objects } from '@countinghouse/core/platform/objects';
import { readOne, withSystemTx, withTx } from '@countinghouse/core/platform/tx';
import { listSendings, sendDocument } from '@countinghouse/core/sharing';
import { testTenant, type TestTenant } from '@countinghouse/core/testing';
import { deliverMail } from '../../adapters/mail';
import { PermanentFailure } from '../../handler';
import { sendMail } from '../mail/send';
import { startMailServer, type TestMailServer } from '../mail/test-mail-server';
import { sendDocuments } from './send';

const settings = config() as { SMTP_URL: string | undefined };
const pdf = Buffer.from('%PDF-1.7 an offer');
const { signal } = new AbortController();
let server: TestMailServer;
let tenant: TestTenant;
let documentId: string;
let sendingId: string;

beforeAll(async () => {
  server = await startMailServer();
  tenant = await testTenant();
  await withTx(tenant.ctx, ({ tx, tenantId }) =>
    tx.execute(sql`
      update company_profiles set mail_from_name = 'Meridian, Gifts', mail_reply_to = 'shop@meridian.example'
      where tenant_id = ${tenantId}::uuid`),
  );
});
afterAll(() => server.close());

async function print(): Promise<void> {
  const objectKey = `documents/${tenant.tenantId}/${documentId}-test.pdf`;
  await objects().put(objectKey, pdf, { contentType: 'application/pdf' });
  await markPrinted(tenant.ctx, documentId, { objectKey, sha256: 'ab', bytes: pdf.length, pages: 1 });
}

beforeEach(async () => {
  settings.SMTP_URL = server.url;
  server.messages.length = 0;
  const customer = await createCustomer(tenant.ctx, { name: 'Blue Door', emails: ['ann@blue.example'] });
  const items = [{ title: 'Lantern', quantity: '1', unitPrice: '3.39' }];
  const { id } = await createOffer(tenant.ctx, { customerId: customer.id, items });
  documentId = (await sendOffer(tenant.ctx, id)).documentId ?? '';
  const input = { to: ['ann@blue.example', 'bo@blue.example'], cc: ['cy@blue.example'] };
  sendingId = (await sendDocument(tenant.ctx, documentId, input, newId())).id;
});

const write = () => sendDocuments.run({ ctx: tenant.ctx, payload: { sendingId }, signal, log: log() });
const send = (mailId: string) => sendMail.run({ ctx: tenant.ctx, payload: { mailId }, signal, log: log() });
const stateNow = async () => (await listSendings(tenant.ctx, documentId))[0];

async function written(): Promise<string> {
  await print();
  await write();
  const [row] = await readOne<{ mailId: string }>(
    tenant.ctx,
    sql`select mail_id as "mailId" from document_sendings where id = ${sendingId}::uuid`,
  );
  return row?.mailId ?? '';
}

const messageIds = () => server.messages.map((message) => /^Message-ID: (.*)$/m.exec(message)?.[1]);

describe('document.send', () => {
  it('is tried again until the PDF is there, and given up with a reason', async () => {
    await expect(write()).rejects.not.toBeInstanceOf(PermanentFailure);
    expect(await stateNow()).toMatchObject({ state: 'waiting' });
    await sendDocuments.giveUp?.({
      ctx: tenant.ctx,
      payload: { sendingId },
      log: log(),
      error: new Error('no'),
    });
    expect(await stateNow()).toMatchObject({ state: 'failed', reason: 'The PDF was not printed in time.' });
  });

  it('goes to everybody in the name of the company, with the PDF', async () => {
    await send(await written());
    const [message = ''] = server.messages;
    expect(message).toMatch(/^From: "Meridian, Gifts" <no-reply@localhost>$/m);
    expect(message).toMatch(/^Reply-To: shop@meridian\.example$/m);
    expect(message).toMatch(/^To: ann@blue\.example, bo@blue\.example$/m);
    expect(message).toMatch(/^Cc: cy@blue\.example$/m);
    expect(message).toMatch(/filename=OF-\d{4}-\d{5}\.pdf/);
    expect(message).toContain(pdf.toString('base64'));
    expect(await stateNow()).toMatchObject({ state: 'sent', attachments: [{ bytes: String(pdf.length) }] });
  });

  it('is told of a mail that went out before the worker died, without another one', async () => {
    const mailId = await written();
    await claimMail(mailId);
    await markMailSent(mailId);
    await send(mailId);
    expect(server.messages).toEqual([]);
    expect(await stateNow()).toMatchObject({ state: 'sent' });
  });

  it('repeats under the same Message-ID a mail that was taken just before the worker died', async () => {
    const mailId = await written();
    const mail = await claimMail(mailId);
    if (typeof mail === 'string') throw new Error(mail);
    await deliverMail(mail, server.url);
    await expect(send(mailId)).rejects.toThrow('another run');
    await withSystemTx((tx) =>
      tx.execute(
        sql`update mails set claimed_until = now() - interval '1 second' where id = ${mailId}::uuid`,
      ),
    );
    await send(mailId);
    await send(mailId);
    expect(messageIds()).toHaveLength(2);
    expect(new Set(messageIds()).size).toBe(1);
    expect(await stateNow()).toMatchObject({ state: 'sent' });
  });

  it('says what the mail server said', async () => {
    const mailId = await written();
    server.recipientAnswers.push('550 no such mailbox', '550 no such mailbox', '550 no such mailbox');
    const error: unknown = await send(mailId).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(PermanentFailure);
    await sendMail.giveUp?.({ ctx: tenant.ctx, payload: { mailId }, log: log(), error });
    expect(await stateNow()).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('550') as string,
    });
  });

  it('names who the mail server does not take while it takes others', async () => {
    const mailId = await written();
    server.recipientAnswers.push('250 OK', '550 no such mailbox');
    await send(mailId);
    expect(server.messages).toHaveLength(1);
    expect(await stateNow()).toMatchObject({ state: 'sent', reason: 'Not taken: bo@blue.example' });
  });

  it('stays here where there is no mail server', async () => {
    settings.SMTP_URL = undefined;
    await send(await written());
    expect(await stateNow()).toMatchObject({ state: 'kept', sentAt: null });
  });
});
