import { createCustomer } from '../../customers';
import { createCtx, type Ctx } from '../../platform/context';
import { testTenant, type TestTenant } from '../../testing';
import { issued } from './issued';

type Choices = Partial<Parameters<typeof issued>[1]>;

/** A company on 2 March 2026, and what its payments are tried with. */
export interface Desk {
  company: TestTenant;
  ctx: Ctx;
  customerOf(name?: string): Promise<string>;
  invoice(customerId: string | null, amount: bigint, more?: Choices): Promise<string>;
  creditNote(customerId: string, amount: bigint): Promise<string>;
}

export async function openDesk(): Promise<Desk> {
  const company = await testTenant();
  const clock = () => new Date('2026-03-02T10:00:00Z');
  const ctx = createCtx({ tenantId: company.tenantId, actor: company.ctx.actor, clock });
  let count = 0;
  const numberOf = (prefix: string) => `${prefix}-2026-${String((count += 1)).padStart(5, '0')}`;
  return {
    company,
    ctx,
    customerOf: async (name = `Customer ${(count += 1)}`) => (await createCustomer(ctx, { name })).id,
    invoice: (customerId, amount, more = {}) =>
      issued(ctx, { customerId, amount, number: numberOf('INV'), ...more }),
    creditNote: (customerId, amount) =>
      issued(ctx, { customerId, amount, number: numberOf('CN'), kind: 'credit_note' }),
  };
}

export const gbp = { currency: 'GBP' };
export const pays = (invoiceId: string, amount: string) => ({ invoiceId, amount });
