export { bankAccounts, companyProfile } from './get';
export * from './schemas';
