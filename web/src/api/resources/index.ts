import type { Operation } from '../operation';
import { bankAccountOperations } from './bank-accounts';
import { bankStatementOperations } from './bank-statements';
import { companyOperations } from './company';
import { customerOperations } from './customers';
import { documentOperations } from './documents';
import { eInvoiceOperations } from './e-invoices';
import { exportOperations } from './exports';
import { fileOperations } from './files';
import { importOperations } from './imports';
import { numberSeriesOperations } from './number-series';
import { invoiceOperations } from './invoices';
import { offerOperations } from './offers';
import { orderOperations } from './orders';
import { paymentOperations } from './payments';
import { productOperations } from './products';
import { recurringInvoiceOperations } from './recurring-invoices';
import { reminderLevelOperations } from './reminder-levels';
import { reportOperations } from './reports';
import { reminderOperations } from './reminders';
import { sharingOperations } from './sharing';
import { taxCategoryOperations } from './tax-categories';

/** Everything the API can do, in the order of the documentation. */
export const operations: readonly Operation[] = [
  ...orderOperations,
  ...invoiceOperations,
  ...offerOperations,
  ...customerOperations,
  ...productOperations,
  ...paymentOperations,
  ...bankStatementOperations,
  ...recurringInvoiceOperations,
  ...reminderOperations,
  ...reminderLevelOperations,
  ...taxCategoryOperations,
  ...companyOperations,
  ...bankAccountOperations,
  ...numberSeriesOperations,
  ...documentOperations,
  ...sharingOperations,
  ...eInvoiceOperations,
  ...reportOperations,
  ...exportOperations,
  ...importOperations,
  ...fileOperations,
];
