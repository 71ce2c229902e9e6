export { bulkOrders, type BulkOrdersResult } from './bulk';
export { createOrder } from './create';
export { duplicateField } from './conflicts';
export { customerFigures } from './customer-figures';
export { ordersExport } from './export';
export { orderFigures, type PeriodFigures } from './figures';
export { gatherCustomerFigures } from './gather-customer-figures';
export { getOrder } from './get';
export { insertOrders, type UnnumberedOrder } from './insert';
export { listOrders } from './list';
export { orderConditions, orderOrder, orderSource } from './list.sql';
export { cancelOrder, closeOrder, fulfilOrder, placeOrder } from './move';
export {
  priceOrder,
  type PricedAdjustment,
  type PricedItem,
  type PricedOrder,
  type PricedProduct,
  type PricingInput,
} from './price';
export { rebuildCustomerFigures } from './rebuild-customer-figures';
export { productsOf } from './references';
export { rebuildOrderDays } from './rebuild-days';
export { refreshOrderSearch } from './refresh-search';
export { updateOrder } from './update';
export * from './schemas';
export * from './states';
