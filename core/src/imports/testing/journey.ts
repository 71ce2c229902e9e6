import { readFileSync } from 'node:fs';
import type { Ctx } from '../../platform/context';
import { sql } from '../../platform/db';
import { readOne } from '../../platform/tx';
import { advanceImport, createImportFrom, getImport, planImport, startImport } from '..';
import type { ImportDto, OrderMapping, PlanImportInput } from '../schemas';

export const shop = readFileSync(new URL('../fixtures/online-retail-200.csv', import.meta.url), 'utf8');

export const never = new AbortController().signal;

/** What the shop's columns mean; files of a few odd lines are too short to guess from. */
const shopMapping: OrderMapping = {
  orderNumber: 0,
  sku: 1,
  title: 2,
  quantity: 3,
  placedAt: 4,
  unitPrice: 5,
  customerNumber: 6,
  country: 7,
};

/** The shop's columns with other lines. */
export const shopLines = (...lines: string[]) =>
  ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country', ...lines].join('\n');

export async function uploaded(
  ctx: Ctx,
  content: string | Buffer,
  fileName = 'orders.csv',
): Promise<ImportDto> {
  const body = Buffer.from(content);
  const { id } = await createImportFrom(ctx, { fileName, bytes: body.length, body }, { inProcess: true });
  await advanceImport(ctx, id, never);
  return getImport(ctx, id);
}

export async function planned(
  ctx: Ctx,
  content: string | Buffer,
  options: PlanImportInput['options'] = {},
): Promise<ImportDto> {
  const known = await uploaded(ctx, content);
  await planImport(ctx, known.id, { mapping: shopMapping, options }, known.version, { inProcess: true });
  await advanceImport(ctx, known.id, never);
  return getImport(ctx, known.id);
}

export async function imported(
  ctx: Ctx,
  content: string | Buffer,
  options: PlanImportInput['options'] = {},
): Promise<ImportDto> {
  const { id, version } = await planned(ctx, content, options);
  await startImport(ctx, id, version, { inProcess: true });
  await advanceImport(ctx, id, never);
  return getImport(ctx, id);
}

export interface Books {
  orders: number;
  returns: number;
  lines: number;
  customers: number;
  products: number;
  money: string;
  rollup: string;
  audits: number;
}

/** What is in a company's books, counted from the tables. */
export async function books(ctx: Ctx): Promise<Books> {
  const of = (table: string) =>
    sql([`select count(*)::int from ${table} where tenant_id = `, '::uuid'], ctx.tenantId);
  const [row] = await readOne<Books>(
    ctx,
    sql`select (${of('orders')}) as orders, (${of('orders')} and kind = 'return') as returns,
      (${of('order_items')}) as lines, (${of('customers')}) as customers, (${of('products')}) as products,
      (select coalesce(sum(amount_minor), 0)::text from order_items where tenant_id = ${ctx.tenantId}::uuid) as money,
      (select coalesce(sum(order_count), 0)::text from order_day_totals where tenant_id = ${ctx.tenantId}::uuid) as rollup,
      (${of('audit_log')} and action = 'order.import') as audits`,
  );
  if (!row) throw new Error('no row');
  return row;
}

export const nothing: Books = {
  orders: 0,
  returns: 0,
  lines: 0,
  customers: 0,
  products: 0,
  money: '0',
  rollup: '0',
  audits: 0,
};
