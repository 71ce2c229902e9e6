import { createUser, findUserByEmail } from '../identity';
import { config } from '../platform/config';
import { createTenant, findTenantId } from '../tenants';
import pg from 'pg';
import { systemCtx } from '../platform/context';
import { readOne } from '../platform/tx';
import { sql } from '../platform/db';
import { fillCompany, rollUpCustomers, rollUpDays, searchIndexes } from './benchmark.sql';

const COMPANIES = 50;
const ORDERS = 1_000_000;
const LARGEST = 200_000;
const CUSTOMERS = 400;

export interface BenchmarkCompany {
  slug: string;
  orders: number;
}

/** The companies of the benchmark: one with 200,000 orders, the others share the rest evenly. */
export function benchmarkCompanies(scale = 1): BenchmarkCompany[] {
  const others = Math.floor((ORDERS - LARGEST) / (COMPANIES - 1));
  const first = ORDERS - others * (COMPANIES - 1);
  return Array.from({ length: COMPANIES }, (_, index) => ({
    slug: `bench-${String(index + 1).padStart(2, '0')}`,
    orders: Math.max(1, Math.floor((index === 0 ? first : others) * scale)),
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

async function isFilled(tenantId: string): Promise<boolean> {
  const ctx = systemCtx(tenantId, 'seed');
  return (
    (await readOne(ctx, sql`select 1 from orders where tenant_id = ${tenantId}::uuid limit 1`)).length > 0
  );
}

/**
 * Makes the data set of the benchmarks with set-based SQL: 50 companies, 1,000,000 orders, 3,000,000 lines. The same
 * on every machine; what exists is left alone. Needs the owner's URL, because the search indexes are built last.
 * @param scale part of the full size, from 0 to 1
 */
export async function seedBenchmark(report: (line: string) => void, scale = 1): Promise<void> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = config();
  const owner = new pg.Client({ connectionString: DATABASE_OWNER_URL ?? DATABASE_URL });
  await owner.connect();
  try {
    const empty: (BenchmarkCompany & { id: string })[] = [];
    for (const each of benchmarkCompanies(scale)) {
      const id = await company(each);
      if (!(await isFilled(id))) empty.push({ ...each, id });
    }
    if (empty.length === 0) return report('the benchmark data is there');
    for (const name of searchIndexes) await owner.query(name.drop);
    for (const { slug, id, orders } of empty) {
      await owner.query('begin');
      await owner.query(`select set_config('app.tenant_id', $1, true)`, [id]);
      for (const statement of fillCompany(id, orders, CUSTOMERS)) await owner.query(statement);
      await owner.query(rollUpDays(id));
      await owner.query(rollUpCustomers(id));
      await owner.query('commit');
      report(`${slug}: ${orders} orders`);
    }
    for (const name of searchIndexes) await owner.query(name.create);
    await owner.query('analyze orders, order_items, customers, order_day_totals, order_customer_totals');
  } finally {
    await owner.end();
  }
}
