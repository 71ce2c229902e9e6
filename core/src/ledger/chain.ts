import { createHash } from 'node:crypto';

export type LedgerEvent = 'issue' | 'void';

/** What one entry of the chain says; its hash covers all of it and the hash of the entry before. */
export interface LedgerContent {
  position: bigint;
  event: LedgerEvent;
  invoiceId: string;
  series: string;
  period: string;
  count: bigint;
  number: string;
  /** YYYY-MM-DD */
  issueDate: string;
  /** Of the frozen document (RFC 8785, SHA-256, hex). */
  contentHash: string;
  at: Date;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 in hex over the hash before and the entry, one part a line; line ends inside parts cannot be forged in. */
export function entryHash(previousHash: string, entry: LedgerContent): string {
  const parts = [
    previousHash,
    entry.position.toString(),
    entry.event,
    entry.invoiceId,
    entry.series,
    entry.period,
    entry.count.toString(),
    entry.number,
    entry.issueDate,
    entry.contentHash,
    entry.at.toISOString(),
  ];
  return createHash('sha256')
    .update(parts.map((part) => JSON.stringify(part)).join('\n'))
    .digest('hex');
}
