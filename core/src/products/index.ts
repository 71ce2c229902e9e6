export { archiveProduct, restoreProduct } from './archive';
export { bulkProducts } from './bulk';
export { createProduct } from './create';
export { getProduct } from './get';
export { listProducts } from './list';
export { productConditions, productSortKeys, productSource } from './list.sql';
export { insertProducts, matchProducts, type MatchedProduct } from './match';
export { suggestProducts } from './suggest';
export { updateProduct } from './update';
