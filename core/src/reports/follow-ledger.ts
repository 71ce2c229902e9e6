import { audit } from '../platform/audit';
import { systemCtx, type Ctx, type TxCtx } from '../platform/context';
import { sql } from '../platform/db';
import { demand } from '../platform/permissions';
import { readOne, withSystemTx, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { foldEntries } from './fold.sql';

/** Entries that one statement takes: some seconds' work at most. */
const BATCH = 5_000n;

interface Heads {
  ledger: bigint;
  reports: bigint;
}

async function headsOf(ctx: Ctx): Promise<Heads> {
  const [heads] = await readOne<Heads>(
    ctx,
    sql`select coalesce((select position from ledger_heads where tenant_id = ${ctx.tenantId}::uuid), 0) as ledger,
          coalesce((select position from report_heads where tenant_id = ${ctx.tenantId}::uuid), 0) as reports`,
  );
  return heads ?? { ledger: 0n, reports: 0n };
}

/** Adds the next entries. @returns whether there are more */
async function foldNext(ctx: TxCtx): Promise<boolean> {
  await ctx.tx.execute(sql`
    insert into report_heads (tenant_id, position) values (${ctx.tenantId}::uuid, 0) on conflict do nothing`);
  // Whoever else adds waits here, and then finds nothing left to do.
  await ctx.tx.query(sql`select 1 from report_heads where tenant_id = ${ctx.tenantId}::uuid for update`);
  const { ledger, reports } = await headsOf(ctx);
  if (ledger <= reports) return false;
  const upTo = ledger < reports + BATCH ? ledger : reports + BATCH;
  await ctx.tx.execute(foldEntries(ctx, reports, upTo));
  await ctx.tx.execute(sql`
    update report_heads set position = ${upTo} where tenant_id = ${ctx.tenantId}::uuid`);
  return upTo < ledger;
}

/**
 * Brings the sums for reports up to the end of the ledger, whose entries come one after the other: who issues documents
 * writes no sums and waits for nobody here. Each entry is added in the transaction that moves the position past it,
 * so it counts once, however often this is repeated or broken off.
 */
export async function followLedger(ctx: Ctx): Promise<void> {
  const { ledger, reports } = await headsOf(ctx);
  if (ledger <= reports) return;
  while (await withTx(ctx, foldNext));
}

/** Counts the sums for reports again from the first entry of the ledger. Repeating it changes nothing. */
export async function rebuildReports(ctx: Ctx): Promise<void> {
  demand(ctx, 'settings:write');
  await withTx(ctx, async (ctx) => {
    await ctx.tx.query(sql`select 1 from report_heads where tenant_id = ${ctx.tenantId}::uuid for update`);
    for (const table of [
      sql`delete from revenue_taxes`,
      sql`delete from revenue_customers`,
      sql`delete from revenue_products`,
      sql`delete from report_heads`,
    ]) {
      await ctx.tx.execute(sql`${table} where tenant_id = ${ctx.tenantId}::uuid`);
    }
    while (await foldNext(ctx));
    const { name } = await getTenant(ctx);
    await audit(ctx, {
      action: 'tenant.rebuild-reports',
      entityType: 'tenant',
      entityId: ctx.tenantId,
      entityName: name,
    });
  });
}

/** Follows the ledgers of companies that have issued documents, so that no reader has much to wait for. */
export async function sweepReports(): Promise<number> {
  const behind = await withSystemTx((tx) =>
    tx.query<{ id: string }>(sql`
      select l.tenant_id as id from ledger_heads l left join report_heads r on r.tenant_id = l.tenant_id
      where l.position > coalesce(r.position, 0) limit 100`),
  );
  for (const { id } of behind) await followLedger(systemCtx(id, 'reports'));
  return behind.length;
}
