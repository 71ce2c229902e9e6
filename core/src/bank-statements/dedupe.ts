import { createHash } from 'node:crypto';
import type { ParsedTransaction } from './parse/statement';

const facts = (each: ParsedTransaction): unknown[] => {
  const common = [each.day, each.amountMinor.toString(), each.currency];
  return each.bankReference === null
    ? [...common, each.counterpartyName, each.counterpartyAccount, each.remittance, each.endToEndId]
    : [...common, each.bankReference];
};

/**
 * Keys that are the same for the same movement in every file of an account: by the bank's own id where there is one,
 * by everything that is known where not. Equal movements of a day are told apart by counting them.
 * @param transactions all of one account in one file, in its order
 */
export function dedupeKeys(transactions: readonly ParsedTransaction[]): string[] {
  const seen = new Map<string, number>();
  return transactions.map((transaction) => {
    const base = createHash('sha256')
      .update(JSON.stringify(facts(transaction)))
      .digest('hex')
      .slice(0, 40);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return `${base}-${times}`;
  });
}
