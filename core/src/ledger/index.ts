export { appendEntries, lockLedger, openLedger, type LedgerHead } from './append';
export { verifyLedger, type LedgerFault, type LedgerReport } from './verify';
export { type LedgerContent } from './chain';
