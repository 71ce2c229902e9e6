import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { testTenant, type TestTenant } from '../testing';
import {
  archiveCustomer,
  createCustomer,
  getCustomer,
  listCustomers,
  restoreCustomer,
  updateCustomer,
} from './index';

let company: TestTenant;
let ctx: Ctx;
let foreign: Ctx;

beforeAll(async () => {
  company = await testTenant();
  ctx = company.ctx;
  foreign = await company.foreign();
});

const code = (value: string) => expect.objectContaining({ code: value }) as Error;
const unknown = '01890a5d-ac96-774b-bcce-b302099a8057';

const auditOf = (id: string) =>
  readOne<{ action: string; changes: Record<string, { from?: unknown; to?: unknown }>; actor_name: string }>(
    ctx,
    sql`select action, changes, actor_name from audit_log where entity_id = ${id}::uuid order by id`,
  );

const jobsOf = (customerId: string) =>
  withSystemTx((tx) =>
    tx.query<{ job: string; tenant_id: string }>(
      sql`select job, tenant_id from outbox where payload->>'customerId' = ${customerId}`,
    ),
  );

describe('createCustomer', () => {
  it('keeps what was given and writes who did it', async () => {
    const created = await createCustomer(ctx, {
      name: 'Bäckerei Zürn GmbH',
      externalNumber: 'C-1004',
      taxId: 'DE 123456789',
      emails: ['einkauf@zuern.example'],
      phones: ['+49 40 123456'],
      billingAddress: { line1: 'Hafenstraße 4', city: 'Hamburg', postalCode: '20457', country: 'DE' },
      deliveryAddresses: [{ city: 'Bremen' }],
      currency: 'EUR',
      paymentTermsDays: 14,
      language: 'de',
      tags: ['Wholesale'],
      notes: 'Rings twice.',
    });
    expect(created).toMatchObject({ version: 1, archived: false, tags: ['wholesale'], paymentTermsDays: 14 });
    expect(await getCustomer(ctx, created.id)).toEqual(created);
    const [record] = await auditOf(created.id);
    expect(record).toMatchObject({ action: 'customer.create', actor_name: 'Test Owner' });
    expect(record?.changes).toMatchObject({
      name: { to: 'Bäckerei Zürn GmbH' },
      currency: { from: null, to: 'EUR' },
    });
    expect(record?.changes).not.toHaveProperty('kind');
  });

  it('refuses an external number that is taken, but not in another company', async () => {
    await createCustomer(ctx, { name: 'First', externalNumber: 'N-1' });
    await expect(createCustomer(ctx, { name: 'Second', externalNumber: 'N-1' })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'customer-number-taken',
      faults: [{ path: 'externalNumber' }],
    });
    await expect(createCustomer(foreign, { name: 'Theirs', externalNumber: 'N-1' })).resolves.toBeDefined();
    await createCustomer(ctx, { name: 'No number' });
    await createCustomer(ctx, { name: 'No number either' });
  });

  it('names every wrong field', async () => {
    const wrong = { name: '', emails: ['x'], color: 'red' };
    const error = await createCustomer(ctx, wrong).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid' });
    const paths = (error as { faults: { path: string }[] }).faults.map((fault) => fault.path);
    expect(paths.sort()).toEqual(['color', 'emails.0', 'name']);
  });

  it('is not for those who may only look', async () => {
    for (const role of ['viewer', 'analyst'] as const) {
      await expect(createCustomer(company.ctxAs(role), { name: 'X' })).rejects.toThrow(code('forbidden'));
    }
    await expect(createCustomer(company.ctxAs('manager'), { name: 'By a manager' })).resolves.toBeDefined();
  });

  it('leaves nothing when the transaction fails', async () => {
    let id = '';
    const failing = withTx(ctx, async (inside) => {
      id = (await createCustomer(inside, { name: 'Gone' })).id;
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await expect(getCustomer(ctx, id)).rejects.toThrow(code('not-found'));
    expect(await auditOf(id)).toEqual([]);
  });
});

describe('getCustomer', () => {
  it("does not know another company's customers, nor nonsense", async () => {
    const { id } = await createCustomer(ctx, { name: 'Ours' });
    for (const wrong of [unknown, 'nonsense', "' or true --"]) {
      await expect(getCustomer(ctx, wrong)).rejects.toThrow(code('not-found'));
    }
    await expect(getCustomer(foreign, id)).rejects.toThrow(code('not-found'));
    expect(await getCustomer(company.ctxAs('viewer'), id)).toMatchObject({ name: 'Ours' });
  });

  it('needs the scope of an API key', async () => {
    const { id } = await createCustomer(ctx, { name: 'Keyed' });
    const keyed = (scopes: string[]): Ctx => ({
      ...ctx,
      actor: { type: 'api-key', id: unknown, name: 'k', scopes },
    });
    await expect(getCustomer(keyed(['orders:*']), id)).rejects.toThrow(code('forbidden'));
    await expect(getCustomer(keyed(['customers:read']), id)).resolves.toBeDefined();
  });
});

describe('updateCustomer', () => {
  it('changes only what is given and says what it was', async () => {
    const before = await createCustomer(ctx, {
      name: 'Old name',
      taxId: 'T1',
      billingAddress: { city: 'Hamburg', country: 'DE' },
    });
    const after = await updateCustomer(ctx, before.id, 1, { name: 'New name', taxId: null });
    expect(after).toMatchObject({
      name: 'New name',
      taxId: null,
      version: 2,
      billingAddress: { city: 'Hamburg' },
    });
    expect(await getCustomer(ctx, before.id)).toEqual(after);
    const records = await auditOf(before.id);
    expect(records[1]).toMatchObject({
      action: 'customer.update',
      changes: { name: { from: 'Old name', to: 'New name' }, taxId: { from: 'T1', to: null } },
    });
    expect(Object.keys(records[1]?.changes ?? {})).toHaveLength(2);
  });

  it('clears and sets addresses and is found by its new words only', async () => {
    const { id } = await createCustomer(ctx, { name: 'Qwertz', billingAddress: { city: 'Uelzen' } });
    await updateCustomer(ctx, id, 1, { billingAddress: null, deliveryAddresses: [{ city: 'Celle' }] });
    expect(await getCustomer(ctx, id)).toMatchObject({
      billingAddress: null,
      deliveryAddresses: [{ city: 'Celle' }],
    });
    expect((await listCustomers(ctx, { q: 'uelzen' })).rows).toEqual([]);
    expect((await listCustomers(ctx, { q: 'celle qwertz' })).rows).toHaveLength(1);
  });

  it('does nothing when everything is as it was', async () => {
    const before = await createCustomer(ctx, {
      name: 'Same',
      billingAddress: { country: 'GB', line1: 'High Street 1', postalCode: 'N1' },
    });
    const { id, version, archived, createdAt, updatedAt, ...data } = before;
    expect(await updateCustomer(ctx, id, version, data)).toEqual(before);
    expect([archived, createdAt === updatedAt]).toEqual([false, true]);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('lets only one of two people win who began with the same version', async () => {
    const { id } = await createCustomer(ctx, { name: 'Contended' });
    const both = await Promise.allSettled([
      updateCustomer(ctx, id, 1, { notes: 'mine' }),
      updateCustomer(ctx, id, 1, { notes: 'theirs' }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'stale' });
    expect(await getCustomer(ctx, id)).toMatchObject({ version: 2 });
    await expect(updateCustomer(ctx, id, 1, { notes: 'late' })).rejects.toThrow(code('stale'));
  });

  it('refuses a number that is taken and keeps the old one', async () => {
    await createCustomer(ctx, { name: 'Holder', externalNumber: 'N-2' });
    const { id } = await createCustomer(ctx, { name: 'Wanter', externalNumber: 'N-3' });
    await expect(updateCustomer(ctx, id, 1, { externalNumber: 'N-2' })).rejects.toMatchObject({
      reason: 'customer-number-taken',
    });
    expect(await getCustomer(ctx, id)).toMatchObject({ externalNumber: 'N-3', version: 1 });
  });

  it('lets the orders follow a new name or e-mail, and nothing else', async () => {
    const { id } = await createCustomer(ctx, { name: 'Before' });
    await updateCustomer(ctx, id, 1, { notes: 'only a note' });
    expect(await jobsOf(id)).toEqual([]);
    await updateCustomer(ctx, id, 2, { name: 'After' });
    expect(await jobsOf(id)).toEqual([{ job: 'customer.renamed', tenant_id: company.tenantId }]);
    await updateCustomer(ctx, id, 3, { emails: ['new@after.example'] });
    expect(await jobsOf(id)).toHaveLength(2);
  });

  it('rolls back the change, its record and its job together', async () => {
    const { id } = await createCustomer(ctx, { name: 'Stays' });
    const failing = withTx(ctx, async (inside) => {
      await updateCustomer(inside, id, 1, { name: 'Never' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await getCustomer(ctx, id)).toMatchObject({ name: 'Stays', version: 1 });
    expect(await auditOf(id)).toHaveLength(1);
    expect(await jobsOf(id)).toEqual([]);
  });

  it('is not for viewers nor for another company', async () => {
    const { id } = await createCustomer(ctx, { name: 'Guarded' });
    await expect(updateCustomer(company.ctxAs('viewer'), id, 1, { name: 'X' })).rejects.toThrow(
      code('forbidden'),
    );
    await expect(updateCustomer(foreign, id, 1, { name: 'X' })).rejects.toThrow(code('not-found'));
    expect(await getCustomer(ctx, id)).toMatchObject({ name: 'Guarded' });
  });
});

describe('archiveCustomer and restoreCustomer', () => {
  it('take out of lists and bring back, and bear being repeated', async () => {
    const { id } = await createCustomer(ctx, { name: 'Xylophone Hire' });
    expect(await archiveCustomer(ctx, id, 1)).toMatchObject({ archived: true, version: 2 });
    expect(await archiveCustomer(ctx, id)).toMatchObject({ archived: true, version: 2 });
    expect((await listCustomers(ctx, { q: 'xylophone' })).rows).toEqual([]);
    expect(await restoreCustomer(ctx, id, 2)).toMatchObject({ archived: false, version: 3 });
    expect((await listCustomers(ctx, { q: 'xylophone' })).rows).toHaveLength(1);
    const actions = (await auditOf(id)).map((record) => record.action);
    expect(actions).toEqual(['customer.create', 'customer.archive', 'customer.restore']);
  });

  it('mind the version, the role and the company', async () => {
    const { id } = await createCustomer(ctx, { name: 'Kept' });
    await expect(archiveCustomer(ctx, id, 7)).rejects.toThrow(code('stale'));
    await expect(archiveCustomer(company.ctxAs('analyst'), id)).rejects.toThrow(code('forbidden'));
    await expect(archiveCustomer(foreign, id)).rejects.toThrow(code('not-found'));
    await expect(restoreCustomer(foreign, id)).rejects.toThrow(code('not-found'));
    expect(await getCustomer(ctx, id)).toMatchObject({ archived: false, version: 1 });
  });
});
