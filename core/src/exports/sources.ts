import { customersExport } from '../customers';
import { invoiceItemsExport, invoicesExport } from '../invoices';
import { offersExport } from '../offers';
import { ordersExport } from '../orders';
import { paymentsExport } from '../payments';
import { productsExport } from '../products';
import type { ExportResource } from './schemas';
import type { ExportSource } from './source';

const sources: Record<ExportResource, ExportSource> = {
  orders: ordersExport,
  customers: customersExport,
  products: productsExport,
  offers: offersExport,
  invoices: invoicesExport,
  'invoice-items': invoiceItemsExport,
  payments: paymentsExport,
};

export const sourceOf = (resource: string): ExportSource => {
  const source = (sources as Record<string, ExportSource>)[resource];
  if (!source) throw new Error(`nothing to export under ${resource}`);
  return source;
};
