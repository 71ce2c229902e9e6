export { testTenant, type TestTenant } from './tenant';
