const UNIQUE_VIOLATION = '23505';

/** The column of a unique key that a write has hit, or undefined for any other failure. */
export function duplicateField(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== UNIQUE_VIOLATION) return undefined;
  const constraint = 'constraint' in error ? String(error.constraint) : '';
  return /_tenant_id_(.+)_key$/.exec(constraint)?.[1];
}
