// Questions to the measured database, as its superuser.
import pg from 'pg';

/** The rows of one statement. */
export async function query(instance, text, values = []) {
  const client = new pg.Client({ connectionString: instance.adminUrl });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

export async function countOrders(instance, tenantId) {
  const [row] = await query(instance, 'select count(*)::int as n from orders where tenant_id = $1', [
    tenantId,
  ]);
  return row.n;
}
