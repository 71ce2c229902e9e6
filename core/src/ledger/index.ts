export { appendEntries, lockLedger, openLedger } from './append';
export { verifyLedger, type LedgerFault, type LedgerReport } from './verify';
