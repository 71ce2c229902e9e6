import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';

export interface TenantLine {
  id: string;
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  members: number;
  createdAt: string;
}

/** Every company on this machine, for the command line. */
export async function listTenants(): Promise<TenantLine[]> {
  const rows = await withSystemTx((tx) =>
    tx.query<Omit<TenantLine, 'createdAt'> & { createdAt: Date }>(sql`
      select t.id, t.slug, t.name, t.currency, t.time_zone as "timeZone", t.created_at as "createdAt",
             (select count(*)::int from memberships m where m.tenant_id = t.id) as members
      from tenants t order by t.slug`),
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** The id of a company by its short name, for commands that name companies by it. */
export async function findTenantId(slug: string): Promise<string | null> {
  const [row] = await withSystemTx((tx) =>
    tx.query<{ id: string }>(sql`select id from tenants where slug = ${slug}`),
  );
  return row?.id ?? null;
}
