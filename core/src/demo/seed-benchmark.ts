import { createUser, findUserByEmail } from '../identity';
import { config } from '../platform/config';
import { createTenant, findTenantId } from '../tenants';
import pg from 'pg';
import { systemCtx } from '../platform/context';
import { readOne } from '../platform/tx';
import { sql, type Sql } from '../platform/db';
import { seedInvoices } from './benchmark-invoices';
import { fillCompany, rollUpCustomers, rollUpDays, searchIndexes } from './benchmark.sql';

const COMPANIES = 50;
const ORDERS = 1_000_000;
const LARGEST = 200_000;
const CUSTOMERS = 400;
const INVOICES = 200_000;

export interface BenchmarkCompany {
  slug: string;
  orders: number;
  invoices: number;
}

/** The companies of the benchmark: one with 200,000 orders and as many invoices, the others share the rest evenly. */
export function benchmarkCompanies(scale = 1): BenchmarkCompany[] {
  const others = Math.floor((ORDERS - LARGEST) / (COMPANIES - 1));
  const first = ORDERS - others * (COMPANIES - 1);
  return Array.from({ length: COMPANIES }, (_, index) => ({
    slug: `bench-${String(index + 1).padStart(2, '0')}`,
    orders: Math.max(1, Math.floor((index === 0 ? first : others) * scale)),
    invoices: index === 0 ? Math.max(100, Math.floor(INVOICES * scale)) : 0,
  }));
}

async function company({ slug }: BenchmarkCompany): Promise<string> {
  const known = await findTenantId(slug);
  if (known) return known;
  const email = `owner@${slug}.test`;
  const owner = (await findUserByEmail(email)) ?? (await createUser({ email, name: `Owner of ${slug}` }));
  const tenant = await createTenant({
    slug,
    name: `Benchmark ${slug}`,
    currency: 'GBP',
    timeZone: 'Europe/London',
    country: 'GB',
    ownerUserId: owner.id,
  });
  return tenant.id;
}

async function has(tenantId: string, table: Sql): Promise<boolean> {
  const ctx = systemCtx(tenantId, 'seed');
  const rows = await readOne(ctx, sql`select 1 from ${table} where tenant_id = ${tenantId}::uuid limit 1`);
  return rows.length > 0;
}

/** What of the data set is not there yet. */
async function missing(scale: number) {
  const parts: (BenchmarkCompany & { id: string; needsOrders: boolean; needsInvoices: boolean })[] = [];
  for (const each of benchmarkCompanies(scale)) {
    const id = await company(each);
    const needsOrders = !(await has(id, sql`orders`));
    const needsInvoices = each.invoices > 0 && !(await has(id, sql`invoices`));
    if (needsOrders || needsInvoices) parts.push({ ...each, id, needsOrders, needsInvoices });
  }
  return parts;
}

async function fillOrders(
  owner: pg.Client,
  { id, orders }: BenchmarkCompany & { id: string },
): Promise<void> {
  await owner.query('begin');
  await owner.query(`select set_config('app.tenant_id', $1, true)`, [id]);
  for (const statement of fillCompany(id, orders, CUSTOMERS)) await owner.query(statement);
  await owner.query(rollUpDays(id));
  await owner.query(rollUpCustomers(id));
  await owner.query('commit');
}

/**
 * Makes the data set of the benchmarks with set-based SQL: 50 companies, 1,000,000 orders, 3,000,000 lines, and in
 * the largest company 200,000 invoices with 600,000 lines. The same
 * on every machine; what exists is left alone. Needs the owner's URL, because the search indexes are built last.
 * @param scale part of the full size, from 0 to 1
 */
export async function seedBenchmark(report: (line: string) => void, scale = 1): Promise<void> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = config();
  const owner = new pg.Client({ connectionString: DATABASE_OWNER_URL ?? DATABASE_URL });
  await owner.connect();
  try {
    const parts = await missing(scale);
    if (parts.length === 0) return report('the benchmark data is there');
    for (const name of searchIndexes) await owner.query(name.drop);
    for (const part of parts.filter(({ needsOrders }) => needsOrders)) {
      await fillOrders(owner, part);
      report(`${part.slug}: ${part.orders} orders`);
    }
    for (const part of parts.filter(({ needsInvoices }) => needsInvoices)) {
      await seedInvoices(owner, part.id, part.invoices, CUSTOMERS);
      report(`${part.slug}: ${part.invoices} invoices`);
    }
    for (const name of searchIndexes) await owner.query(name.create);
    await owner.query('analyze orders, order_items, customers, order_day_totals, order_customer_totals');
  } finally {
    await owner.end();
  }
}
