export { openItemsCsv, revenueCsv, taxReportCsv, type ReportFile } from './csv';
export { followLedger, rebuildReports, sweepReports } from './follow-ledger';
export { invoiceFigures } from './invoice-figures';
export { noneText, reportTitle, taxCategoryText, taxText, type ReportTitle } from './labels';
export { openItems } from './open-items';
export { revenue } from './revenue';
export * from './schemas';
export { taxReport } from './tax-report';
