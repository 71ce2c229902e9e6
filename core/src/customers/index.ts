export { archiveCustomer, restoreCustomer } from './archive';
export { bulkCustomers } from './bulk';
export { createCustomer } from './create';
export { getCustomer } from './get';
export { listCustomers } from './list';
export { customerConditions, customerSortKeys, customerSource } from './list.sql';
export { insertCustomers, matchCustomers, type MatchedCustomer } from './match';
export { suggestCustomers } from './suggest';
export { updateCustomer } from './update';
