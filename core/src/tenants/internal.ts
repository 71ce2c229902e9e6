import { raw } from '../platform/db';
import type { Tenant } from './schemas';

export interface TenantRow extends Omit<Tenant, 'createdAt' | 'updatedAt' | 'fileQuotaBytes'> {
  fileQuotaBytes: bigint;
  createdAt: Date;
  updatedAt: Date;
}

/** The columns of a `TenantRow`, from `tenants`. */
export const tenantColumns = raw(
  'id, slug, name, currency, time_zone as "timeZone", language, country, ' +
    'prices_include_tax as "pricesIncludeTax", tax_rounding as "taxRounding", ' +
    'file_quota_bytes as "fileQuotaBytes", version, created_at as "createdAt", updated_at as "updatedAt"',
);

export const toTenant = (row: TenantRow): Tenant => ({
  ...row,
  fileQuotaBytes: row.fileQuotaBytes.toString(),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const copyKey = (tenantId: string): string => `tenant:${tenantId}`;
