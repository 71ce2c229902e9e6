import type { AllocationDto } from '@countinghouse/core/invoices/schemas';

type Row = Pick<AllocationDto, 'id' | 'source' | 'paymentId' | 'document' | 'amount'>;

/**
 * Which rows can be taken back: the last one of each source, and what would be open again, in minor units. Taking one
 * back takes all of its source back.
 */
export function lastOfEach(rows: readonly Row[]): Map<string, bigint> {
  const sums = new Map<string, { last: string; net: bigint }>();
  for (const { id, source, paymentId, document, amount } of rows) {
    const key = [source, paymentId, document?.id].join(' ');
    sums.set(key, { last: id, net: (sums.get(key)?.net ?? 0n) + BigInt(amount.amount) });
  }
  return new Map(
    [...sums.values()].flatMap(({ last, net }): [string, bigint][] => (net === 0n ? [] : [[last, net]])),
  );
}
