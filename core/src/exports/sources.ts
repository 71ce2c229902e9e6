import { customersExport } from '../customers';
import { ordersExport } from '../orders';
import { productsExport } from '../products';
import type { ExportResource } from './schemas';
import type { ExportSource } from './source';

const sources: Record<ExportResource, ExportSource> = {
  orders: ordersExport,
  customers: customersExport,
  products: productsExport,
};

export const sourceOf = (resource: string): ExportSource => {
  const source = (sources as Record<string, ExportSource>)[resource];
  if (!source) throw new Error(`nothing to export under ${resource}`);
  return source;
};
