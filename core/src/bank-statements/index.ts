export { importBankFile, previewBankFile } from './import';
export { getBankStatement, listBankStatements } from './statements';
export {
  getBankTransaction,
  ignoreBankTransaction,
  listBankTransactions,
  lockBankTransaction,
  reopenBankTransaction,
  setTransactionState,
  toTransaction,
  transactionColumns,
  type BankTransactionRow,
} from './transactions';
export * from './schemas';
export * from './states';
