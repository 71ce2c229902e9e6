import { createCtx, type Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import type { Role } from '../platform/permissions';
import { withSystemTx, withTx } from '../platform/tx';

export interface TestMember {
  userId: string;
  email: string;
  name: string;
  ctx: Ctx;
}

/** Makes one more user and, unless no role is given, a member of the company. */
export async function testMember(tenantId: string, role?: Role): Promise<TestMember> {
  const userId = newId();
  const [email, name] = [`${userId}@example.test`, `Test ${role ?? 'Stranger'}`];
  await withSystemTx((tx) =>
    tx.execute(
      sql`insert into users (id, email, name, updated_at) values (${userId}::uuid, ${email}, ${name}, now())`,
    ),
  );
  const actor = { type: 'user', id: userId, name, role: role ?? 'viewer' } as const;
  const ctx = createCtx({ tenantId, actor });
  if (role) {
    await withTx(ctx, ({ tx }) =>
      tx.execute(sql`insert into memberships (tenant_id, user_id, role)
                     values (${tenantId}::uuid, ${userId}::uuid, ${role})`),
    );
  }
  return { userId, email, name, ctx };
}
