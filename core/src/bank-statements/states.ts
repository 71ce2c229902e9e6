export const transactionStates = ['open', 'matched', 'ignored'] as const;
export type TransactionState = (typeof transactionStates)[number];
