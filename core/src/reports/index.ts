export { followLedger, rebuildReports, sweepReports } from './follow-ledger';
export { invoiceFigures } from './invoice-figures';
export { openItems } from './open-items';
export { revenue } from './revenue';
export * from './schemas';
export { taxReport } from './tax-report';
