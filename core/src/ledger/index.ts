export { appendEntries, lockLedger, openLedger, type LedgerHead } from './append';
export { entryHash, GENESIS, type LedgerContent, type LedgerEvent } from './chain';
