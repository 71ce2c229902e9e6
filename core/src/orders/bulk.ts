import { audit } from '../platform/audit';
import type { Ctx, TxCtx } from '../platform/context';
import { sql, type Sql } from '../platform/db';
import { isAppError, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { moveInTx } from './move';
import { BulkOrdersInput } from './schemas';

export interface BulkResult {
  changed: number;
  /** Orders that the action does not fit, with the reason; nothing was done to them. */
  refused: { id: string; message: string }[];
}

async function writeAll(ctx: TxCtx, ids: readonly string[], action: string, change: Sql, fits: Sql) {
  const rows = await ctx.tx.query<{ id: string; number: string }>(sql`
    update orders o set ${change}, version = version + 1, updated_at = ${ctx.clock()}
    where o.tenant_id = ${ctx.tenantId}::uuid and o.id = any(${ids}::uuid[]) and ${fits}
    returning o.id, o.number`);
  await audit(
    ctx,
    ...rows.map((row) => ({ action, entityType: 'order', entityId: row.id, entityName: row.number })),
  );
  return { changed: rows.length, refused: [] };
}

async function cancelAll(ctx: TxCtx, ids: readonly string[]): Promise<BulkResult> {
  const result: BulkResult = { changed: 0, refused: [] };
  for (const id of [...ids].sort()) {
    try {
      await moveInTx(ctx, id, 'cancel');
      result.changed += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      result.refused.push({ id, message: error.message });
    }
  }
  return result;
}

/** Does one thing to many orders of the company, all in one transaction. Ids of other companies are nobody's. */
export async function bulkOrders(ctx: Ctx, input: BulkOrdersInput): Promise<BulkResult> {
  demand(ctx, 'orders:write');
  const data = parse(BulkOrdersInput, input);
  return withTx(ctx, async (ctx) => {
    switch (data.action) {
      case 'cancel':
        return cancelAll(ctx, data.ids);
      case 'archive':
        return writeAll(
          ctx,
          data.ids,
          'order.archive',
          sql`archived_at = ${ctx.clock()}`,
          sql`archived_at is null`,
        );
      case 'restore':
        return writeAll(
          ctx,
          data.ids,
          'order.restore',
          sql`archived_at = null`,
          sql`archived_at is not null`,
        );
      case 'add-tag':
        return writeAll(
          ctx,
          data.ids,
          'order.add-tag',
          sql`tags = tags || ${data.tag}::text`,
          sql`not ${data.tag} = any(tags) and cardinality(tags) < 30`,
        );
      case 'remove-tag':
        return writeAll(
          ctx,
          data.ids,
          'order.remove-tag',
          sql`tags = array_remove(tags, ${data.tag}::text)`,
          sql`${data.tag} = any(tags)`,
        );
    }
  });
}
