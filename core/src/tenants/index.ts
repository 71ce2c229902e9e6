export { createTenant } from './create';
export { getTenant } from './get';
export { findTenantId, listTenants, type TenantLine } from './list';
export { prepareTenant } from './prepare';
export * from './schemas';
export { updateTenant } from './update';
