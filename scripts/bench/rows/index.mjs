// The rows of the table, in its order; --only picks some by these names.
import { measureExport } from './export.mjs';
import { measureHome } from './home.mjs';
import { measureImport } from './import.mjs';
import { measureInvoiceList, measureInvoicePage, measureReports } from './invoices.mjs';
import { measureIssue } from './issue.mjs';
import { measureList } from './list.mjs';
import { measureMixed } from './mixed.mjs';
import { measurePage } from './page.mjs';
import { measurePdf } from './pdf.mjs';
import { measurePost } from './post.mjs';
import { measureSearch } from './search.mjs';

export const rows = {
  list: measureList,
  post: measurePost,
  page: measurePage,
  home: measureHome,
  search: measureSearch,
  export: measureExport,
  import: measureImport,
  pdf: measurePdf,
  mixed: measureMixed,
  issue: measureIssue,
  'invoice-list': measureInvoiceList,
  'invoice-page': measureInvoicePage,
  reports: measureReports,
};
