import { openLedger } from '../ledger';
import { createStandardSeries } from '../number-series';
import { createCtx, type Ctx } from '../platform/context';
import { newId } from '../platform/ids';
import type { Role } from '../platform/permissions';
import { withSystemTx, withTx } from '../platform/tx';

export interface TestTenant {
  tenantId: string;
  userId: string;
  slug: string;
  /** The owner's context. */
  ctx: Ctx;
  ctxAs(role: Role): Ctx;
  /** The owner of another company. */
  foreign(): Promise<Ctx>;
  taxes: { standard: string; zero: string };
}

interface TenantChoices {
  currency?: string;
  timeZone?: string;
  pricesIncludeTax?: boolean;
}

const sellerAddress = {
  line1: '1 Market Street',
  line2: null,
  city: 'Leeds',
  region: null,
  postalCode: 'LS1 1AA',
  country: 'GB',
};

async function insertTenant(tenantId: string, userId: string, choices: TenantChoices) {
  const taxes = { standard: newId(), zero: newId() };
  const slug = `t-${tenantId.slice(-12)}`;
  const ctx = createCtx({ tenantId, actor: { type: 'system', name: 'test' } });
  await withTx(ctx, async ({ tx }) => {
    await tx.db.tenant.create({
      data: {
        id: tenantId,
        slug,
        name: `Company ${slug}`,
        currency: 'GBP',
        timeZone: 'Europe/London',
        ...choices,
      },
    });
    await tx.db.membership.create({ data: { tenantId, userId, role: 'owner' } });
    await createStandardSeries({ ...ctx, tx });
    await openLedger({ ...ctx, tx });
    await tx.db.companyProfile.create({
      data: { tenantId, legalName: `Company ${slug} Ltd`, address: sellerAddress, vatId: 'GB123456789' },
    });
    await tx.db.taxCategory.createMany({
      data: [
        { id: taxes.standard, tenantId, code: 'S', name: 'Standard', isDefault: true },
        { id: taxes.zero, tenantId, code: 'Z', name: 'Zero' },
      ],
    });
    await tx.db.taxRate.createMany({
      data: [
        {
          id: newId(),
          tenantId,
          taxCategoryId: taxes.standard,
          rate: '20',
          validFrom: new Date('2000-01-01'),
        },
        { id: newId(), tenantId, taxCategoryId: taxes.zero, rate: '0', validFrom: new Date('2000-01-01') },
      ],
    });
  });
  return { taxes, slug };
}

/** Makes a company of its own with an owner, a profile, tax categories (20 % and zero) and number series. */
export async function testTenant(choices: TenantChoices = {}): Promise<TestTenant> {
  const [tenantId, userId] = [newId(), newId()];
  await withSystemTx(async (tx) => {
    await tx.db.user.create({ data: { id: userId, email: `${userId}@example.test`, name: 'Test Owner' } });
  });
  const { taxes, slug } = await insertTenant(tenantId, userId, choices);
  const ctxAs = (role: Role) =>
    createCtx({ tenantId, actor: { type: 'user', id: userId, name: 'Test Owner', role } });
  return {
    tenantId,
    userId,
    slug,
    taxes,
    ctx: ctxAs('owner'),
    ctxAs,
    foreign: async () => (await testTenant()).ctx,
  };
}
