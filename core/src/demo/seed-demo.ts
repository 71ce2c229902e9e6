import { createCustomer } from '../customers';
import { createUser } from '../identity';
import { demoCompany, rivalCompany } from './company';
import { acceptedRole } from './members';
import {
  closeOrder,
  createOrder,
  fulfilOrder,
  cancelOrder,
  type CreateOrderInput,
  type OrderDto,
} from '../orders';
import { forbidden } from '../platform/errors';
import { config } from '../platform/config';
import { createCtx, type Ctx } from '../platform/context';
import { createProduct } from '../products';
import { listTaxCategories } from '../taxes';
import { createTenant, findTenantId } from '../tenants';
import { demoCustomers, demoProducts } from './content';
import { between, pick, seededRandom } from './random';
import { demoRoutines } from './routines';
import { seedBank } from './seed-bank';
import { seedInvoices } from './seed-invoices';
import { seedOffers } from './seed-offers';

const PASSWORD = 'countinghouse-demo';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ORDERS = 120;

async function people() {
  const create = (email: string, name: string) =>
    createUser({ email, name, password: PASSWORD }, { published: true });
  return {
    owner: await create('owner@demo.test', 'Aziza Olimova'),
    manager: await create('manager@demo.test', 'Martin Hale'),
    viewer: await create('viewer@demo.test', 'Vera Stone'),
    rival: await create('owner@rival.test', 'Ralph Rival'),
  };
}

async function products(ctx: Ctx): Promise<string[]> {
  const categories = await listTaxCategories(ctx);
  const categoryOf = (code: string) => categories.find((category) => category.code === code)?.id;
  const ids: string[] = [];
  for (const [sku, name, ru, uz, unitPrice, tax] of demoProducts) {
    const taxCategoryId = categoryOf(tax === 'Zero' ? 'Z' : 'S');
    const product = await createProduct(ctx, {
      sku,
      name,
      names: { ru, uz },
      unitPrice,
      ...(taxCategoryId && { taxCategoryId }),
    });
    ids.push(product.id);
  }
  return ids;
}

/** Moves an order as far as orders of its age usually are. */
async function settle(ctx: Ctx, orderId: string, ageDays: number, chance: number): Promise<OrderDto | null> {
  if (chance < 0.04) {
    await cancelOrder(ctx, orderId);
    return null;
  }
  if (ageDays <= 2 && chance >= 0.3) return null;
  const delivered = await fulfilOrder(ctx, orderId);
  return ageDays > 10 ? closeOrder(ctx, orderId) : delivered;
}

async function orders(ctx: Ctx, customerIds: string[], productIds: string[]): Promise<OrderDto[]> {
  const delivered: OrderDto[] = [];
  const random = seededRandom(418);
  const now = ctx.clock().getTime();
  for (let index = ORDERS; index > 0; index -= 1) {
    const ageMs = (index / ORDERS) ** 1.5 * 45 * DAY + between(random, 0, 3) * HOUR;
    const walkIn = random() < 0.2;
    const isReturn = random() < 0.05;
    const items: CreateOrderInput['items'] = Array.from({ length: between(random, 1, 6) }, () => ({
      productId: pick(random, productIds),
      quantity: String(between(random, 1, 24) * (isReturn ? -1 : 1)),
    }));
    const draft = ageMs < DAY && random() < 0.15;
    const order = await createOrder(ctx, {
      kind: isReturn ? 'return' : 'sale',
      status: draft ? 'draft' : 'placed',
      customerId: walkIn ? null : pick(random, customerIds),
      placedAt: new Date(now - ageMs).toISOString(),
      items,
      ...(random() < 0.15 && { adjustments: [{ kind: 'charge', reason: 'Carriage', amount: '495' }] }),
      ...(random() < 0.1 && { tags: ['gift wrap'] }),
    });
    const settled = draft ? null : await settle(ctx, order.id, ageMs / DAY, random());
    if (settled) delivered.push(settled);
  }
  return delivered;
}

/**
 * Makes the demo company "Meridian Gifts" with its people, products, customers, offers, orders, invoices and payments, and a
 * second company beside it. Does nothing when the demo company exists.
 * @returns whether it was made now
 * @throws AppError `forbidden` without COUNTINGHOUSE_DEMO: its passwords are published
 */
export async function seedDemo(): Promise<boolean> {
  if (!config().COUNTINGHOUSE_DEMO) throw forbidden('The demo seed needs COUNTINGHOUSE_DEMO=1.');
  if (await findTenantId('demo')) return false;
  const { owner, manager, viewer, rival } = await people();
  const common = { currency: 'GBP', timeZone: 'Europe/London', country: 'GB' };
  const other = await createTenant({
    ...common,
    slug: 'rival',
    name: 'Rival Trading',
    ownerUserId: rival.id,
  });
  const otherCtx = createCtx({
    tenantId: other.id,
    actor: { type: 'user', id: rival.id, name: rival.name, role: 'owner' },
  });
  await rivalCompany(otherCtx);
  await createCustomer(otherCtx, { name: 'Secret Client of Rival' });
  await createOrder(otherCtx, {
    status: 'placed',
    items: [{ title: 'Rival goods', quantity: '1', unitPrice: '99' }],
  });

  const tenant = await createTenant({
    ...common,
    slug: 'demo',
    name: 'Meridian Gifts',
    ownerUserId: owner.id,
  });
  const ctx = createCtx({
    tenantId: tenant.id,
    actor: { type: 'user', id: owner.id, name: owner.name, role: 'owner' },
  });
  await acceptedRole(ctx, manager.id, 'manager');
  await acceptedRole(ctx, viewer.id, 'viewer');
  await demoCompany(ctx);
  const customerIds: string[] = [];
  for (const customer of demoCustomers) customerIds.push((await createCustomer(ctx, customer)).id);
  const delivered = await orders(ctx, customerIds, await products(ctx));
  await seedInvoices(ctx, delivered, tenant.timeZone);
  await seedOffers(ctx, customerIds, tenant.timeZone);
  await seedBank(ctx, tenant.timeZone);
  await demoRoutines(ctx, customerIds, tenant.timeZone);
  return true;
}
