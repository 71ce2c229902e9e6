export { archiveTaxCategory, restoreTaxCategory } from './archive';
export { createTaxCategory } from './create';
export { createDefaultTaxes } from './create-defaults';
export { getTaxCategory, listTaxCategories } from './list';
export { setDefaultTaxCategory } from './set-default';
export { loadTaxTable, type TaxTable } from './table';
export { updateTaxCategory } from './update';
