export { bankAccounts, companyProfile } from './get';
export { missingForInvoices, type MissingForInvoices } from './missing';
export { accountsFor, brandOf, sellerOf } from './snapshot-parts';
export { mailTemplateFor, textsFor } from './texts-of';
export * from './schemas';
