import { z } from 'zod';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne, withTx } from '../platform/tx';
import { insertCustomerRows } from './insert.sql';
import { customerPolicy } from './policy';
import { ImportedCustomer } from './schemas';

export interface MatchedCustomer {
  id: string;
  name: string;
  currency: string | null;
  archived: boolean;
}

interface MatchRow extends MatchedCustomer {
  externalNumber: string;
}

/** Customers by their numbers in another system, archived ones too; unknown numbers are left out. */
export async function matchCustomers(
  ctx: Ctx,
  externalNumbers: readonly string[],
): Promise<Map<string, MatchedCustomer>> {
  demand(ctx, customerPolicy.read);
  const rows = await readOne<MatchRow>(
    ctx,
    sql`select id, name, currency, archived_at is not null as archived, external_number as "externalNumber"
        from customers where tenant_id = ${ctx.tenantId}::uuid and external_number = any(${externalNumbers}::text[])`,
  );
  return new Map(rows.map(({ externalNumber, ...matched }) => [externalNumber, matched]));
}

const Rows = z.array(ImportedCustomer).max(5_000);

/**
 * Adds up to 5,000 customers of a file at once, each with its audit row. Those whose number exists already,
 * also since a moment ago, are left as they are; of two rows with one number the last is taken.
 * @returns all of them by number, and the numbers that are new
 * @throws AppError `invalid` with paths such as `12.name`
 */
export async function insertCustomers(
  ctx: Ctx,
  rows: readonly ImportedCustomer[],
): Promise<{ customers: Map<string, MatchedCustomer>; created: Set<string> }> {
  demand(ctx, customerPolicy.write);
  const data = new Map(parse(Rows, rows).map((row) => [row.externalNumber, row]));
  return withTx(ctx, async (ctx) => {
    const inserted = await insertCustomerRows(ctx, [...data.values()]);
    const created = new Set(inserted.flatMap((row) => row.externalNumber ?? []));
    return { customers: await matchCustomers(ctx, [...data.keys()]), created };
  });
}
