/** Both ends included. */
export interface ResolvedRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header against an object's length (RFC 9110, 14.1.2). `undefined`, the whole object, for
 * what is no single byte range: other units, several ranges and nonsense may be ignored.
 */
export function byteRange(
  header: string | undefined,
  totalBytes: number,
): ResolvedRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), totalBytes);
    return length === 0 ? 'unsatisfiable' : { start: totalBytes - length, end: totalBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? totalBytes - 1 : Math.min(Number(last), totalBytes - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start < totalBytes ? { start, end } : 'unsatisfiable';
}
