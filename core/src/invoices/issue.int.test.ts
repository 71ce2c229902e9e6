import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { verifyLedger } from '../ledger';
import { createOrder, getOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError } from '../platform/errors';
import { readOne, withTx, type Tx } from '../platform/tx';
import { testMember, testTenant } from '../testing';
import { createInvoice, getInvoice, invoiceOrders, issueInvoice, listInvoices } from './index';

let ctx: Ctx;
let customerId: string;
const items = [{ title: 'Lantern', quantity: '4', unitPrice: '12.50' }];

beforeEach(async () => {
  ({ ctx } = await testTenant());
  const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
  customerId = (await createCustomer(ctx, { name: 'Hawthorn & Sons', billingAddress })).id;
});

async function drafts(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    ids.push((await createInvoice(ctx, { customerId, items })).id);
  }
  return ids;
}

const codeOf = (error: unknown) => (isAppError(error) ? (error.reason ?? error.code) : error);

const script = fileURLToPath(new URL('./testing/issue-some.ts', import.meta.url));
const inProcess = (ids: readonly string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', script, ctx.tenantId, ids.join(',')], {
    env: process.env,
    timeout: 120_000,
  });

describe('issuing', () => {
  it('gives 200 numbers in a row to 200 that two processes issue at once', { timeout: 180_000 }, async () => {
    const ids = await drafts(200);
    await Promise.all([inProcess(ids.slice(0, 100)), inProcess(ids.slice(100))]);
    const first = await listInvoices(ctx, { state: 'issued', sort: 'number', limit: 200 });
    const numbers = first.rows.map(({ number }) => Number(number?.slice(-5)));
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(await verifyLedger(ctx)).toMatchObject({ entries: 200, fault: null });
  });

  it('of several people at once tells who issued what', async () => {
    const people = await Promise.all([1, 2, 3].map(() => testMember(ctx.tenantId, 'manager')));
    const ids = await drafts(people.length);
    await Promise.all(people.map((person, index) => issueInvoice(person.ctx, ids[index] ?? '')));
    const rows = await readOne<{ id: string; issuer: string; actor: string; request: string }>(
      ctx,
      sql`select i.id, i.issued_by as issuer, a.actor_id as actor, a.request_id as request
          from invoices i join audit_log a on a.entity_id = i.id and a.action = 'invoice.issue'`,
    );
    expect(new Set(rows)).toEqual(
      new Set(
        people.map(({ ctx: { actor, requestId } }, index) => {
          const id = actor.type === 'user' ? actor.id : '';
          return { id: ids[index], issuer: id, actor: id, request: requestId };
        }),
      ),
    );
  });

  it('is not kept back by others that cannot be issued, nor done twice', async () => {
    const ids = await drafts(3);
    const nowhere = await createCustomer(ctx, { name: 'Nowhere' });
    const incomplete = (await createInvoice(ctx, { customerId: nowhere.id, items })).id;
    const [first = '', second = '', third = ''] = ids;
    const outcomes = await Promise.allSettled([
      ...[first, second, incomplete, second].map((id) => issueInvoice(ctx, id)),
      issueInvoice(ctx, third, 99),
    ]);
    expect(
      outcomes.map((each) => (each.status === 'fulfilled' ? each.value.state : codeOf(each.reason))),
    ).toEqual(['issued', 'issued', 'invoice-problems', 'cannot-issue', 'stale']);
    expect(await verifyLedger(ctx)).toMatchObject({ entries: 2, fault: null });
  });

  it('leaves nothing and no hole wherever it fails', async () => {
    const order = await createOrder(ctx, { status: 'placed', customerId, items });
    const { id } = await invoiceOrders(ctx, { orderIds: [order.id] });
    let steps = 0;
    for (let failing = 1; ; failing += 1) {
      const outcome = await withTx(ctx, (ctx) =>
        issueInvoice({ ...ctx, tx: breaking(ctx.tx, failing) }, id),
      ).catch((error: unknown) => error);
      if (!(outcome instanceof Broken)) break;
      steps = failing;
      expect(await getInvoice(ctx, id)).toMatchObject({ state: 'draft', number: null, documentId: null });
      expect((await getOrder(ctx, order.id)).items[0]?.invoicedQuantity).toBe('0');
    }
    expect(steps).toBeGreaterThan(15);
    expect((await getInvoice(ctx, id)).number).toMatch(/-00001$/);
    expect(await verifyLedger(ctx)).toMatchObject({ entries: 1, fault: null });
  });
});

class Broken extends Error {}

/** A transaction whose nth statement fails. */
function breaking(tx: Tx, failing: number): Tx {
  let count = 0;
  return new Proxy(tx, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'query' && name !== 'execute') return (value as () => unknown).bind(target);
      return (...args: unknown[]) => {
        count += 1;
        if (count === failing) return Promise.reject(new Broken(`statement ${failing}`));
        return (value as (...args: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
