import { describe, expect, it } from 'vitest';
import { getCompanyProfile, updateCompanyProfile } from '../company';
import { createCustomer } from '../customers';
import { getDocument } from '../documents';
import { getOrder, listOrders } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne, withTx } from '../platform/tx';
import { actionsOf, jobsWaiting, rolledBack, testTenant, type TestTenant } from '../testing';
import {
  acceptOffer,
  answerOfferOnPage,
  bulkOffers,
  createOffer,
  declineOffer,
  deleteOffer,
  getOffer,
  listOffers,
  noteOfferViewed,
  offerOfOrder,
  orderOffer,
  reviseOffer,
  sendOffer,
  sweepOffers,
  updateOffer,
  withdrawOffer,
  type CreateOfferInput,
} from './index';

const lantern = { title: 'Lantern, white metal', quantity: '24', unitPrice: '3.39' };
const by = { name: 'Ann Lee' };

const customerOf = async ({ ctx }: TestTenant, name = 'Blue Door Ltd') =>
  (await createCustomer(ctx, { name, emails: ['ann@blue.example'], language: 'ru', taxId: 'GB999999973' }))
    .id;

async function drafted(tenant: TestTenant, input: Partial<CreateOfferInput> = {}) {
  const customerId = await customerOf(tenant);
  return createOffer(tenant.ctx, { customerId, items: [lantern], ...input });
}

const sent = async (tenant: TestTenant, input: Partial<CreateOfferInput> = {}) =>
  sendOffer(tenant.ctx, (await drafted(tenant, input)).id);

const onDay = (ctx: Ctx, day: string): Ctx => ({ ...ctx, clock: () => new Date(`${day}T12:00:00Z`) });
const pageAnswer = { ...by, ip: '203.0.113.7', userAgent: 'Test' };
const onPage = (ctx: Ctx, documentId: string, answer: 'accepted' | 'declined') =>
  withTx(ctx, (ctx) => answerOfferOnPage(ctx, documentId, { ...pageAnswer, answer }));

describe('a draft', () => {
  it('has the texts of the company in the language of the customer, and no number', async () => {
    const offer = await drafted(await testTenant());
    expect(offer).toMatchObject({
      state: 'draft',
      number: null,
      language: 'ru',
      documentId: null,
      version: 1,
    });
    expect(offer.intro).toMatch(/[а-я]{4}/);
    expect(offer.total).toEqual({ amount: '9763', currency: 'GBP' });
    expect(offer.items).toMatchObject([{ title: lantern.title, taxRate: '20', amount: { amount: '8136' } }]);
  });

  it('changes with its prices, for who has its newest version', async () => {
    const tenant = await testTenant();
    const { id } = await drafted(tenant);
    const changed = await updateOffer(tenant.ctx, id, 1, {
      items: [{ ...lantern, discountPercent: '10' }],
      adjustments: [{ kind: 'charge', reason: 'Freight', amount: '500' }],
      validUntil: '2030-01-31',
      notes: 'by phone',
    });
    expect(changed).toMatchObject({ version: 2, validUntil: '2030-01-31', notes: 'by phone' });
    expect(changed.net.amount).toBe('7822');
    expect(await updateOffer(tenant.ctx, id, 2, { notes: '' })).toMatchObject({
      version: 3,
      net: { amount: '7822' },
    });
    await expect(updateOffer(tenant.ctx, id, 2, { notes: 'late' })).rejects.toMatchObject({ code: 'stale' });
  });

  it('is deleted without a trace in the numbers', async () => {
    const tenant = await testTenant();
    const { id } = await drafted(tenant);
    await deleteOffer(tenant.ctx, id);
    await expect(getOffer(tenant.ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    expect((await sent(tenant)).number).toMatch(/^OF-\d{4}-00001$/);
  });
});

describe('sending', () => {
  it('numbers and freezes it', async () => {
    const tenant = await testTenant();
    const waiting = await jobsWaiting('document.print');
    const offer = await sent(tenant);
    expect(offer).toMatchObject({
      state: 'sent',
      number: expect.stringMatching(/^OF-\d{4}-00001$/) as string,
    });
    expect(offer.sentAt).not.toBeNull();
    expect(await jobsWaiting('document.print')).toBe(waiting + 1);
    const { snapshot, number } = await getDocument(tenant.ctx, offer.documentId ?? '');
    expect(number).toBe(offer.number);
    expect(snapshot).toMatchObject({
      kind: 'offer',
      language: 'ru',
      validUntil: offer.validUntil,
      buyer: { name: 'Blue Door Ltd', vatId: 'GB999999973' },
      seller: { vatId: 'GB123456789' },
      items: [{ title: lantern.title, netMinor: '8136' }],
      totals: { netMinor: '8136', taxMinor: '1627', totalMinor: '9763' },
    });
    expect(JSON.stringify(snapshot)).not.toMatch(/\{(?!number)\w+\}/);
  });

  it('calls a number a VAT id only where it is one, and writes dates as its paper does', async () => {
    const tenant = await testTenant();
    const { ctx } = tenant;
    const { version } = await getCompanyProfile(ctx);
    await updateCompanyProfile(ctx, version, { paper: 'letter' });
    const customerId = (await createCustomer(ctx, { name: 'Grey', taxId: '12 345', language: 'en' })).id;
    const intro = 'Valid until {dueDate}';
    const offer = await sent(tenant, { customerId, intro, validUntil: '2999-02-01' });
    expect((await getDocument(ctx, offer.documentId ?? '')).snapshot).toMatchObject({
      buyer: { vatId: null, taxNumber: '12 345' },
      intro: 'Valid until Feb 1, 2999',
    });
  });

  it('needs a customer, a day to come, and a draft', async () => {
    const tenant = await testTenant();
    const nobody = await createOffer(tenant.ctx, { items: [lantern] });
    await expect(sendOffer(tenant.ctx, nobody.id)).rejects.toMatchObject({
      faults: [{ path: 'customerId' }],
    });
    const past = await drafted(tenant, { validUntil: '2020-01-31' });
    await expect(sendOffer(tenant.ctx, past.id)).rejects.toMatchObject({ faults: [{ path: 'validUntil' }] });
    const offer = await sent(tenant);
    await expect(sendOffer(tenant.ctx, offer.id)).rejects.toMatchObject({ reason: 'offer-not-draft' });
    expect(offer.number).toMatch(/00001$/);
  });

  it('gives the number back with everything else when it fails', async () => {
    const tenant = await testTenant();
    const { id } = await drafted(tenant);
    await rolledBack(tenant.ctx, (ctx) => sendOffer(ctx, id));
    expect(await getOffer(tenant.ctx, id)).toMatchObject({ state: 'draft', documentId: null });
    expect((await sendOffer(tenant.ctx, id)).number).toMatch(/00001$/);
  });

  it('happens once when two try at once', async () => {
    const tenant = await testTenant();
    const { id } = await drafted(tenant);
    const runs = await Promise.allSettled([1, 2, 3].map(() => sendOffer(tenant.ctx, id)));
    expect(runs.filter((run) => run.status === 'fulfilled')).toHaveLength(1);
    expect((await sent(tenant)).number).toMatch(/00002$/);
  });
});

describe('a sent offer', () => {
  it('cannot be edited, deleted, or changed by raw SQL; its notes and tags can', async () => {
    const tenant = await testTenant();
    const { id, version } = await sent(tenant);
    await expect(updateOffer(tenant.ctx, id, version, { intro: 'x' })).rejects.toMatchObject({
      reason: 'offer-not-editable',
    });
    await expect(deleteOffer(tenant.ctx, id)).rejects.toMatchObject({ reason: 'offer-not-draft' });
    const statements = [
      sql`update offers set total_minor = 1 where id = ${id}::uuid`,
      sql`update offers set state = 'draft' where id = ${id}::uuid`,
      sql`delete from offers where id = ${id}::uuid`,
      sql`update offer_items set title = 'x' where offer_id = ${id}::uuid`,
      sql`delete from offer_items where offer_id = ${id}::uuid`,
      sql`insert into offer_items select gen_random_uuid(), tenant_id, offer_id, 99, product_id, sku, title, quantity,
          unit, unit_price, discount_percent, discount_minor, tax_category_id, tax_code, tax_rate, amount_minor
          from offer_items where offer_id = ${id}::uuid`,
    ];
    for (const statement of statements) {
      await expect(withTx(tenant.ctx, ({ tx }) => tx.execute(statement))).rejects.toThrow(
        /cannot be changed/,
      );
    }
    const noted = await updateOffer(tenant.ctx, id, version, { notes: 'called', tags: ['Warm'] });
    expect(noted).toMatchObject({ notes: 'called', tags: ['warm'], state: 'sent' });
  });

  it('expires with the end of its last day in the zone of the company, before anything has recorded it', async () => {
    const tenant = await testTenant({ timeZone: 'Pacific/Auckland' });
    const ctx = onDay(tenant.ctx, '2026-11-20');
    const { id } = await sendOffer(ctx, (await drafted(tenant, { validUntil: '2026-11-25' })).id);
    const lastEvening = { ...ctx, clock: () => new Date('2026-11-25T10:59:00Z') };
    const after = { ...ctx, clock: () => new Date('2026-11-25T11:00:00Z') };
    expect(await getOffer(lastEvening, id)).toMatchObject({ state: 'sent' });
    expect(await getOffer(after, id)).toMatchObject({ state: 'expired', closedAt: null });
    expect((await listOffers(after, { state: 'expired' })).rows).toHaveLength(1);
    expect((await listOffers(after, { state: 'sent' })).rows).toHaveLength(0);
    await expect(acceptOffer(after, id, by)).rejects.toMatchObject({ reason: 'offer-not-open' });
    await sweepOffers(new Date('2026-11-25T10:59:00Z'));
    expect(await getOffer(lastEvening, id)).toMatchObject({ state: 'sent' });
    await sweepOffers(new Date('2026-11-25T11:00:00Z'));
    await sweepOffers(new Date('2026-11-25T11:00:00Z'));
    expect((await getOffer(after, id)).closedAt).not.toBeNull();
    expect((await actionsOf(tenant.ctx)).filter((action) => action === 'offer.expire')).toHaveLength(1);
  });

  it('is noted as viewed once', async () => {
    const tenant = await testTenant();
    const { id, documentId, version } = await sent(tenant);
    await withTx(onDay(tenant.ctx, '2030-01-01'), (ctx) => noteOfferViewed(ctx, documentId ?? ''));
    await withTx(onDay(tenant.ctx, '2031-01-01'), (ctx) => noteOfferViewed(ctx, documentId ?? ''));
    expect(await getOffer(tenant.ctx, id)).toMatchObject({ viewedAt: '2030-01-01T12:00:00.000Z', version });
  });
});

describe('an answer', () => {
  it('is recorded once, with who, when and from where', async () => {
    const tenant = await testTenant();
    const { id, documentId } = await sent(tenant);
    const runs = await Promise.allSettled(
      [1, 2, 3].map(() => onPage(tenant.ctx, documentId ?? '', 'accepted')),
    );
    expect(runs.filter((run) => run.status === 'fulfilled')).toHaveLength(3);
    const offer = await getOffer(tenant.ctx, id);
    expect(offer).toMatchObject({
      state: 'accepted',
      answer: { name: 'Ann Lee', ip: '203.0.113.7', via: 'page' },
    });
    await expect(onPage(tenant.ctx, documentId ?? '', 'declined')).rejects.toMatchObject({
      reason: 'offer-not-open',
    });
    await expect(withdrawOffer(tenant.ctx, id)).rejects.toMatchObject({ reason: 'offer-not-open' });
    const actions = await actionsOf(tenant.ctx);
    expect(actions.filter((action) => action === 'offer.accept')).toHaveLength(1);
    for (const statement of [
      sql`update offer_answers set name = 'x' where offer_id = ${id}::uuid`,
      sql`delete from offer_answers where offer_id = ${id}::uuid`,
    ]) {
      await expect(withTx(tenant.ctx, ({ tx }) => tx.execute(statement))).rejects.toThrow(/append-only/);
    }
  });

  it('goes one way when two people answer differently at once', async () => {
    const tenant = await testTenant();
    const { id, documentId } = await sent(tenant);
    const runs = await Promise.allSettled([
      onPage(tenant.ctx, documentId ?? '', 'accepted'),
      onPage(tenant.ctx, documentId ?? '', 'declined'),
    ]);
    expect(runs.filter((run) => run.status === 'fulfilled')).toHaveLength(1);
    const rows = await readOne(tenant.ctx, sql`select 1 from offer_answers where offer_id = ${id}::uuid`);
    expect(rows).toHaveLength(1);
  });

  it('can be recorded by hand, and is not possible after the offer was withdrawn', async () => {
    const tenant = await testTenant();
    const one = await sent(tenant);
    expect(await declineOffer(tenant.ctx, one.id, { ...by, comment: 'too dear' })).toMatchObject({
      state: 'declined',
      answer: { answer: 'declined', via: 'company', comment: 'too dear' },
    });
    const two = await sent(tenant);
    await withdrawOffer(tenant.ctx, two.id);
    await expect(acceptOffer(tenant.ctx, two.id, by)).rejects.toMatchObject({ reason: 'offer-not-open' });
    await expect(onPage(tenant.ctx, two.documentId ?? '', 'accepted')).rejects.toMatchObject({
      reason: 'offer-not-open',
    });
  });
});

describe('a new version', () => {
  it('takes the place of the old one when it is sent', async () => {
    const tenant = await testTenant();
    const old = await sent(tenant);
    const draft = await reviseOffer(tenant.ctx, old.id);
    expect(draft).toMatchObject({ state: 'draft', revises: { id: old.id }, total: old.total });
    expect((await reviseOffer(tenant.ctx, old.id)).id).toBe(draft.id);
    expect((await getOffer(tenant.ctx, old.id)).state).toBe('sent');
    await updateOffer(tenant.ctx, draft.id, 1, { items: [{ ...lantern, unitPrice: '3' }] });
    const newer = await sendOffer(tenant.ctx, draft.id);
    expect(newer).toMatchObject({ state: 'sent', total: { amount: '8640' } });
    expect(await getOffer(tenant.ctx, old.id)).toMatchObject({
      state: 'superseded',
      revisedBy: { number: newer.number },
    });
    await expect(acceptOffer(tenant.ctx, old.id, by)).rejects.toMatchObject({ reason: 'offer-not-open' });
  });

  it('is not sent once the customer has accepted the old one', async () => {
    const tenant = await testTenant();
    const old = await sent(tenant);
    const draft = await reviseOffer(tenant.ctx, old.id);
    await acceptOffer(tenant.ctx, old.id, by);
    await expect(sendOffer(tenant.ctx, draft.id)).rejects.toMatchObject({ reason: 'offer-accepted' });
    await expect(sent(tenant)).resolves.toMatchObject({ number: expect.stringMatching(/00002$/) as string });
  });
});

describe('the order of an offer', () => {
  it('is taken once, with what was offered', async () => {
    const tenant = await testTenant();
    const items = [
      { ...lantern, discountPercent: '10' },
      {
        title: 'Gift wrap',
        quantity: '2',
        unitPrice: '1.5',
        discountAmount: '50',
        taxCategoryId: tenant.taxes.zero,
      },
    ];
    const adjustments = [{ kind: 'discount' as const, reason: 'Welcome', percent: '5' }];
    const { id, total } = await sent(tenant, { items, adjustments, tags: ['fair'] });
    await expect(orderOffer(tenant.ctx, id)).rejects.toMatchObject({ reason: 'offer-not-accepted' });
    await acceptOffer(tenant.ctx, id, by);
    const taken = await Promise.all([1, 2, 3].map(() => orderOffer(tenant.ctx, id)));
    expect(new Set(taken.map(({ order }) => order?.id)).size).toBe(1);
    expect((await listOrders(tenant.ctx, {})).rows).toHaveLength(1);
    const orderId = taken[0]?.order?.id ?? '';
    expect(await getOrder(tenant.ctx, orderId)).toMatchObject({ status: 'placed', total, tags: ['fair'] });
    expect(await offerOfOrder(tenant.ctx, orderId)).toMatchObject({ id, state: 'accepted' });
  });
});

describe('the list', () => {
  it('goes from page to page in every order, drafts with the newest', async () => {
    const tenant = await testTenant();
    for (let count = 0; count < 3; count += 1) await sent(tenant);
    await drafted(tenant);
    for (const sort of ['-issueDate', 'issueDate', 'number', '-number', 'total', '-validUntil'] as const) {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listOffers(tenant.ctx, { sort, limit: 2, cursor });
        ids.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(ids).size).toBe(4);
      expect(ids).toHaveLength(4);
    }
    expect((await listOffers(tenant.ctx, {})).rows[0]).toMatchObject({ state: 'draft' });
  });

  it('finds by number, customer and line', async () => {
    const tenant = await testTenant();
    const offer = await sent(tenant);
    await sent(tenant, { items: [{ ...lantern, title: 'Teapot' }] });
    const found = async (q: string) => (await listOffers(tenant.ctx, { q })).rows.map(({ id }) => id);
    expect(await found(offer.number ?? '')).toEqual([offer.id]);
    expect(await found('lantern blue')).toEqual([offer.id]);
    expect(await found('door')).toHaveLength(2);
    expect(await found('ann@blue')).toHaveLength(2);
  });
});

it('tags, withdraws and deletes many at once, and names those it leaves', async () => {
  const tenant = await testTenant();
  const [draft, open] = [await drafted(tenant), await sent(tenant)];
  const ids = [draft.id, open.id];
  expect(await bulkOffers(tenant.ctx, { action: 'add-tag', tag: 'fair', ids })).toMatchObject({ changed: 2 });
  expect(await bulkOffers(tenant.ctx, { action: 'withdraw', ids })).toMatchObject({
    changed: 1,
    refused: [{ id: draft.id }],
  });
  expect(await bulkOffers(tenant.ctx, { action: 'delete', ids })).toMatchObject({
    changed: 1,
    refused: [{ id: open.id }],
  });
  const filters = { archived: 'false' as const };
  expect(await bulkOffers(tenant.ctx, { action: 'archive', filters })).toMatchObject({ changed: 1 });
  expect((await listOffers(tenant.ctx, {})).rows).toEqual([]);
});
