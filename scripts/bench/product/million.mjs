// A company with a million orders, made once, for the export that must not need more memory than a small one.
const SLUG = 'bench-million';
const ORDERS = 1_000_000;

export async function answer(core) {
  const { default: pg } = await import('pg');
  const { createTenant, findTenantId } = await core('tenants');
  const { findUserByEmail } = await core('identity');
  const { createApiKey } = await core('api-keys');
  const { systemCtx } = await core('platform/context');
  const known = await findTenantId(SLUG);
  const tenantId = known ?? (await make(createTenant, findUserByEmail));
  if (!known) await fill(pg, tenantId);
  const { key } = await createApiKey(systemCtx(tenantId, 'bench'), { name: 'Bench', scopes: ['*'] });
  return { slug: SLUG, tenantId, key };
}

async function make(createTenant, findUserByEmail) {
  const owner = await findUserByEmail('owner@bench-01.test');
  const place = { currency: 'GBP', timeZone: 'Europe/London', country: 'GB' };
  const tenant = await createTenant({ slug: SLUG, name: 'Million', ownerUserId: owner.id, ...place });
  return tenant.id;
}

/** Copies the largest company's orders until there are enough; the export reads no lines. */
async function fill(pg, tenantId) {
  const client = new pg.Client({ connectionString: process.env.BARE_DATABASE_URL });
  await client.connect();
  await client.query(
    `insert into orders (id, tenant_id, number, kind, status, currency, placed_at, prices_include_tax, tax_rounding,
       item_count, items_minor, net_minor, tax_minor, total_minor, search_text)
     select gen_random_uuid(), $1, 'SO-M-' || n, 'sale', 'closed', 'GBP', timestamptz '2024-11-01' + n * interval '1 minute',
       false, 'group', 3, n, n, n / 5, n + n / 5, ''
     from generate_series(1, $2::int) n`,
    [tenantId, ORDERS],
  );
  await client.query('analyze orders');
  await client.end();
}
