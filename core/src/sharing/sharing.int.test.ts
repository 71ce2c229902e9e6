import { beforeAll, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { markPrinted, markPrintFailed } from '../documents';
import { claimMail, markMailFailed, markMailSent } from '../mail';
import { createOffer, getOffer, sendOffer, withdrawOffer } from '../offers';
import { config } from '../platform/config';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { readOne, withSystemTx } from '../platform/tx';
import { actionsOf, jobsWaiting, mailsTo, rolledBack, testTenant, type TestTenant } from '../testing';
import {
  answerSharedOffer,
  createDocumentLink,
  deliverSending,
  draftDocumentMail,
  listDocumentLinks,
  listSendings,
  noteSharedView,
  openSharedDocument,
  openSharedPdf,
  recordMailKept,
  recordMailOutcome,
  revokeDocumentLink,
  sendDocument,
} from './index';

const item = { title: 'Lantern', quantity: '24', unitPrice: '3.39' };
const from = { ip: '203.0.113.7', userAgent: 'Test' };
const answer = { answer: 'accepted' as const, name: 'Ann Lee' };

interface Sent {
  offerId: string;
  documentId: string;
  to: string;
}

async function sentOffer({ ctx }: TestTenant, name = 'Blue Door Ltd'): Promise<Sent> {
  const to = `${newId()}@blue.example`;
  const customer = await createCustomer(ctx, { name, emails: [to] });
  const { id } = await createOffer(ctx, { customerId: customer.id, items: [item] });
  const { documentId } = await sendOffer(ctx, id);
  return { offerId: id, documentId: documentId ?? '', to };
}

const pdf = { objectKey: 'documents/x/y.pdf', sha256: 'ab', bytes: 1234, pages: 1 };
const printed = (ctx: Ctx, documentId: string) => markPrinted(ctx, documentId, pdf);
const tokenOf = (url: string | null) => url?.split('/').at(-1) ?? '';

async function mailIdOf(ctx: Ctx, sendingId: string): Promise<string> {
  const [row] = await readOne<{ id: string }>(
    ctx,
    sql`select mail_id as id from document_sendings where id = ${sendingId}::uuid`,
  );
  return row?.id ?? '';
}

let tenant: TestTenant;
let ctx: Ctx;
beforeAll(async () => {
  tenant = await testTenant();
  ctx = tenant.ctx;
});

describe('a link', () => {
  it('opens its document, can be shown again, and stands nowhere in the database', async () => {
    const { documentId, offerId } = await sentOffer(tenant);
    const link = await createDocumentLink(ctx, documentId, { expiresInDays: 30 });
    expect(link.url).toMatch(/\/share\/[\w-]{43}$/);
    expect((await listDocumentLinks(ctx, documentId)).map(({ url }) => url)).toEqual([link.url]);
    const token = tokenOf(link.url);
    const rows = await readOne<{ text: string }>(ctx, sql`select l::text as text from document_links l`);
    for (const { text } of rows) expect(text).not.toContain(token);
    const shared = await openSharedDocument(token);
    expect(shared).toMatchObject({
      slug: tenant.slug,
      invoice: null,
      offer: { state: 'sent', answer: null },
      document: { kind: 'offer', snapshot: { buyer: { name: 'Blue Door Ltd' } } },
    });
    expect(shared.document.page.html).toContain('Lantern');
    expect((await getOffer(ctx, offerId)).viewedAt).toBeNull();
  });

  it('looks the same to the asker whether it is wrong, expired or revoked', async () => {
    const { documentId } = await sentOffer(tenant);
    const past = { ...ctx, clock: () => new Date(Date.now() - 2 * 86_400_000) };
    const expired = await createDocumentLink(past, documentId, { expiresInDays: 1 });
    const [row] = await readOne<{ id: string }>(
      ctx,
      sql`select id from document_links where id = ${expired.id}::uuid and expires_at < now()`,
    );
    expect(row).toBeDefined();
    const revoked = await createDocumentLink(ctx, documentId);
    expect(await revokeDocumentLink(ctx, revoked.id)).toMatchObject({
      state: 'revoked',
      url: null,
    });
    await revokeDocumentLink(ctx, revoked.id);
    expect((await actionsOf(ctx)).filter((action) => action === 'document.revoke')).toHaveLength(1);
    const refusal = { code: 'not-found', message: 'There is no such page.', reason: undefined };
    for (const token of [
      tokenOf(expired.url),
      tokenOf(revoked.url),
      'x'.repeat(43),
      '',
      '\u0000',
      "' or 1=1",
    ]) {
      await expect(openSharedDocument(token)).rejects.toMatchObject(refusal);
      await expect(openSharedPdf(token)).rejects.toMatchObject(refusal);
      await expect(noteSharedView(token)).rejects.toMatchObject(refusal);
      await expect(answerSharedOffer(token, answer, from)).rejects.toMatchObject(refusal);
    }
  });

  it('counts who looks, and tells the offer once', async () => {
    const { documentId, offerId } = await sentOffer(tenant);
    const token = tokenOf((await createDocumentLink(ctx, documentId)).url);
    await noteSharedView(token);
    const { viewedAt } = await getOffer(ctx, offerId);
    await noteSharedView(token);
    expect(viewedAt).not.toBeNull();
    expect((await getOffer(ctx, offerId)).viewedAt).toBe(viewedAt);
    expect(await listDocumentLinks(ctx, documentId)).toMatchObject([{ viewCount: 2 }]);
  });

  it('is closed in the middle of an answer or after it, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { documentId, offerId } = await sentOffer(tenant);
      const link = await createDocumentLink(ctx, documentId);
      const [answered] = await Promise.allSettled([
        answerSharedOffer(tokenOf(link.url), answer, from),
        revokeDocumentLink(ctx, link.id),
      ]);
      const { state } = await getOffer(ctx, offerId);
      expect(state).toBe(answered.status === 'fulfilled' ? 'accepted' : 'sent');
    }
  });

  it('accepts once from two browsers, and not what was withdrawn', async () => {
    const { documentId, offerId } = await sentOffer(tenant);
    const token = tokenOf((await createDocumentLink(ctx, documentId)).url);
    await Promise.all([1, 2, 3].map(() => answerSharedOffer(token, answer, from)));
    expect((await openSharedDocument(token)).offer).toMatchObject({
      state: 'accepted',
      answer: { name: 'Ann Lee' },
    });
    expect((await getOffer(ctx, offerId)).answer).toMatchObject({ via: 'page', ip: from.ip });
    const other = await sentOffer(tenant);
    const closed = tokenOf((await createDocumentLink(ctx, other.documentId)).url);
    await withdrawOffer(ctx, other.offerId);
    await expect(answerSharedOffer(closed, answer, from)).rejects.toMatchObject({ reason: 'offer-not-open' });
  });

  it('works with the keys of before, as long as they are kept, also for showing it again', async () => {
    const settings = config() as { ENCRYPTION_KEYS: { id: string; key: Buffer }[] };
    const before = settings.ENCRYPTION_KEYS;
    const { documentId } = await sentOffer(tenant);
    const old = await createDocumentLink(ctx, documentId);
    try {
      settings.ENCRYPTION_KEYS = [{ id: 'next', key: Buffer.alloc(32, 9) }, ...before];
      const next = await createDocumentLink(ctx, documentId);
      const urls = (await listDocumentLinks(ctx, documentId)).map(({ url }) => url);
      expect(urls).toEqual([next.url, old.url]);
      settings.ENCRYPTION_KEYS = [{ id: 'next', key: Buffer.alloc(32, 9) }];
      expect((await listDocumentLinks(ctx, documentId)).map(({ url }) => url)).toEqual([next.url, null]);
      await expect(openSharedDocument(tokenOf(old.url))).resolves.toMatchObject({ slug: tenant.slug });
    } finally {
      settings.ENCRYPTION_KEYS = before;
    }
  });
});

describe('sending', () => {
  it('waits for the PDF, then goes with it, the link and the words of the company', async () => {
    const { documentId, to } = await sentOffer(tenant);
    const draft = await draftDocumentMail(ctx, documentId);
    expect(draft).toMatchObject({ to: [to], mayAttachXml: false });
    expect(draft.text).not.toMatch(/[{}]/);
    const sending = await sendDocument(ctx, documentId, { cc: ['boss@blue.example'] }, newId());
    expect(sending).toMatchObject({
      state: 'waiting',
      to: [to],
      subject: draft.subject,
      sentBy: 'Test Owner',
    });
    expect(await deliverSending(ctx, sending.id)).toBe('waiting');
    expect(await mailsTo(to)).toEqual([]);
    await printed(ctx, documentId);
    expect(await deliverSending(ctx, sending.id)).toBe('done');
    expect(await deliverSending(ctx, sending.id)).toBe('done');
    const mails = await mailsTo(to);
    expect(mails).toHaveLength(1);
    const [link] = await listDocumentLinks(ctx, documentId);
    expect(mails[0]?.text).toContain(link?.url ?? 'no link');
    expect(await listSendings(ctx, documentId)).toMatchObject([
      {
        state: 'queued',
        attachments: [{ name: expect.stringMatching(/^OF-.*\.pdf$/) as string, bytes: '1234' }],
      },
    ]);
  });

  it('happens once however often it is asked for with one key, and however many deliver at once', async () => {
    const { documentId, to } = await sentOffer(tenant);
    await printed(ctx, documentId);
    const key = newId();
    const waiting = await jobsWaiting('document.send');
    const asked = await Promise.all([1, 2, 3].map(() => sendDocument(ctx, documentId, {}, key)));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await jobsWaiting('document.send')).toBe(waiting + 1);
    await Promise.all([1, 2, 3].map(() => deliverSending(ctx, asked[0]?.id ?? '')));
    expect(await mailsTo(to)).toHaveLength(1);
    const other = await sentOffer(tenant);
    await expect(sendDocument(ctx, other.documentId, {}, key)).rejects.toMatchObject({
      reason: 'request-key-reused',
    });
  });

  it('asks before the same document goes to the same address within a minute', async () => {
    const { documentId, to } = await sentOffer(tenant);
    await sendDocument(ctx, documentId, {}, newId());
    const again = { to: ['other@blue.example'], cc: [to] };
    await expect(sendDocument(ctx, documentId, again, newId())).rejects.toMatchObject({
      reason: 'sent-just-now',
    });
    await sendDocument(ctx, documentId, { to: ['other@blue.example'] }, newId());
    await sendDocument(ctx, documentId, { again: true }, newId());
    const later = { ...ctx, clock: () => new Date(Date.now() + 61_000) };
    await sendDocument(later, documentId, {}, newId());
    expect(await listSendings(ctx, documentId)).toHaveLength(4);
  });

  it('leaves nothing behind when it is rolled back', async () => {
    const { documentId } = await sentOffer(tenant);
    const waiting = await jobsWaiting('document.send');
    await rolledBack(ctx, (ctx) => sendDocument(ctx, documentId, {}, newId()));
    expect(await listSendings(ctx, documentId)).toEqual([]);
    expect(await jobsWaiting('document.send')).toBe(waiting);
  });

  it('fails with its reason when the PDF does, or when the mail server refuses', async () => {
    const { documentId } = await sentOffer(tenant);
    const sending = await sendDocument(ctx, documentId, {}, newId());
    await markPrintFailed(ctx, [documentId]);
    expect(await deliverSending(ctx, sending.id)).toBe('done');
    expect(await listSendings(ctx, documentId)).toMatchObject([
      { state: 'failed', reason: 'The PDF could not be printed.' },
    ]);
    const other = await sentOffer(tenant);
    await printed(ctx, other.documentId);
    const refused = await sendDocument(ctx, other.documentId, {}, newId());
    await deliverSending(ctx, refused.id);
    const mailId = await mailIdOf(ctx, refused.id);
    await markMailFailed(mailId, '550 no such mailbox');
    await recordMailOutcome(ctx, mailId);
    expect(await listSendings(ctx, other.documentId)).toMatchObject([
      { state: 'failed', reason: '550 no such mailbox', sentAt: null },
    ]);
  });

  it('is noted as sent by a run that finds the mail sent already', async () => {
    const { documentId } = await sentOffer(tenant);
    await printed(ctx, documentId);
    const { id } = await sendDocument(ctx, documentId, {}, newId());
    await deliverSending(ctx, id);
    const mailId = await mailIdOf(ctx, id);
    await recordMailOutcome(ctx, mailId);
    expect(await listSendings(ctx, documentId)).toMatchObject([{ state: 'queued' }]);
    await claimMail(mailId);
    await markMailSent(mailId);
    for (let run = 0; run < 2; run += 1) await recordMailOutcome(ctx, mailId);
    await recordMailKept(ctx, mailId);
    const [sending] = await listSendings(ctx, documentId);
    expect(sending).toMatchObject({ state: 'sent', reason: null });
    expect(sending?.sentAt).not.toBeNull();
  });

  it('needs somebody to send to', async () => {
    const customer = await createCustomer(ctx, { name: 'No address' });
    const { id } = await createOffer(ctx, { customerId: customer.id, items: [item] });
    const { documentId } = await sendOffer(ctx, id);
    await expect(sendDocument(ctx, documentId ?? '', {}, newId())).rejects.toMatchObject({
      reason: 'no-recipients',
    });
    await expect(sendDocument(ctx, documentId ?? '', { attachXml: true }, newId())).rejects.toMatchObject({
      reason: 'no-e-invoice',
    });
  });

  it('keeps what people typed out of headers and markup', async () => {
    const { documentId, to } = await sentOffer(tenant, '<script>alert(1)</script>');
    await printed(ctx, documentId);
    const subject = 'Hello\r\nBcc: all@example.test';
    const text = '<img src=x onerror=alert(1)>\n\nSecond & last';
    const { id } = await sendDocument(ctx, documentId, { subject, text }, newId());
    await deliverSending(ctx, id);
    const [mail] = await withSystemTx((tx) =>
      tx.query<{ subject: string; html: string }>(
        sql`select subject, html from mails where recipient = ${to}`,
      ),
    );
    expect(mail?.subject).not.toMatch(/[\r\n]/);
    expect(mail?.html).not.toMatch(/<img|<script/);
    expect(mail?.html).toContain('Second &amp; last');
  });
});
