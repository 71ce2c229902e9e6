import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testTenant } from '../../testing';
import { config } from '../config';
import { sql } from '../db';
import { newId } from '../ids';
import { readOne, withSystemTx, withTx } from './index';

const insertCustomer = (tenantId: string, name: string) => ({
  data: { id: newId(), tenantId, kind: 'company', name, externalNumber: name },
});

describe('tenancy', () => {
  it('forces row-level security with USING and WITH CHECK on every table that has a tenant', async () => {
    const owner = new pg.Client({ connectionString: config().DATABASE_OWNER_URL });
    await owner.connect();
    const { rows } = await owner.query<{ name: string; safe: boolean; checked: boolean }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as safe,
             exists (select from pg_policies p where p.tablename = c.relname and p.with_check is not null
                     and (p.qual is not null or p.cmd = 'INSERT') and p.roles = '{public}') as checked
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
    await owner.end();
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter((row) => !row.safe || !row.checked)).toEqual([]);
  });

  it('runs as a role that owns nothing and cannot bypass row-level security', async () => {
    const { ctx } = await testTenant();
    const [role] = await readOne<{ risky: boolean; owns: boolean }>(
      ctx,
      sql`select rolsuper or rolbypassrls or rolinherit as risky,
                 exists (select from pg_class where relowner = r.oid) as owns
          from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({ risky: false, owns: false });
  });

  it('shows nothing without a company and nothing of another company', async () => {
    const { ctx, tenantId, foreign } = await testTenant();
    await withTx(ctx, ({ tx }) => tx.db.customer.create(insertCustomer(tenantId, 'Ours')));
    const names = (rows: { name: string }[]) => rows.map((row) => row.name);
    expect(names(await readOne(ctx, sql`select name from customers`))).toEqual(['Ours']);
    expect(await readOne(await foreign(), sql`select name from customers`)).toEqual([]);
    expect(await readOne(await foreign(), sql`select name from searchable_customers`)).toEqual([]);
    const client = new pg.Client({ connectionString: config().DATABASE_URL });
    await client.connect();
    expect((await client.query('select name from customers')).rows).toEqual([]);
    expect((await client.query('select name from searchable_customers')).rows).toEqual([]);
    await client.end();
  });

  it('refuses to write into another company', async () => {
    const { ctx } = await testTenant();
    const other = await testTenant();
    await expect(
      withTx(ctx, ({ tx }) => tx.db.customer.create(insertCustomer(other.tenantId, 'Theirs'))),
    ).rejects.toThrow(/row-level security/);
  });

  it('keeps the system role to its few tables, and only for its own transactions', async () => {
    const { tenantId } = await testTenant();
    const tenants = await withSystemTx((tx) => tx.query<{ id: string }>(sql`select id from tenants`));
    expect(tenants.map((row) => row.id)).toContain(tenantId);
    await expect(withSystemTx((tx) => tx.query(sql`select 1 from orders`))).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('withTx', () => {
  it('keeps Prisma and plain SQL in one transaction, and joins an outer one', async () => {
    const { ctx, tenantId } = await testTenant();
    const failing = withTx(ctx, async (ctx) => {
      await ctx.tx.db.customer.create(insertCustomer(tenantId, 'A'));
      await withTx(ctx, ({ tx }) => tx.execute(sql`update customers set notes = 'seen'`));
      const [row] = await readOne<{ notes: string }>(ctx, sql`select notes from customers`);
      expect(row?.notes).toBe('seen');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await readOne(ctx, sql`select 1 from customers`)).toEqual([]);
  });

  it('rolls back Prisma steps that fail inside, without ending the transaction of a nested write', async () => {
    const { ctx, tenantId } = await testTenant();
    await withTx(ctx, async ({ tx }) => {
      const order = await tx.db.customer.create(insertCustomer(tenantId, 'Kept'));
      await tx.db.customer.update({
        where: { tenantId_id: { tenantId, id: order.id } },
        data: { notes: 'nested', orders: { updateMany: { where: {}, data: { notes: 'n' } } } },
      });
    });
    expect(await readOne(ctx, sql`select name, notes from customers`)).toEqual([
      { name: 'Kept', notes: 'nested' },
    ]);
  });

  it('repeats a transaction that met a deadlock', async () => {
    const { ctx, tenantId } = await testTenant();
    const ids = [newId(), newId()];
    await withTx(ctx, async ({ tx }) => {
      for (const id of ids) {
        await tx.db.customer.create({ data: { id, tenantId, kind: 'person', name: id } });
      }
    });
    const held: (() => void)[] = [];
    const bothHoldOne = new Promise<void>((resolve) => {
      held.push(() => {
        if (held.push(() => undefined) === 3) resolve();
      });
    });
    const touch = (first: string, second: string) =>
      withTx(ctx, async ({ tx }) => {
        await tx.execute(sql`update customers set notes = notes || 'x' where id = ${first}::uuid`);
        held[0]?.();
        await bothHoldOne;
        await tx.execute(sql`update customers set notes = notes || 'x' where id = ${second}::uuid`);
      });
    const [a = '', b = ''] = ids;
    await Promise.all([touch(a, b), touch(b, a)]);
    const rows = await readOne<{ notes: string }>(ctx, sql`select notes from customers`);
    expect(rows.map((row) => row.notes)).toEqual(['xx', 'xx']);
  });
});
