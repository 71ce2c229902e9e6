const codes = new Set(['23505', 'P2002']);

/** Whether a write failed because another row has the same key; Postgres and Prisma each say so in their way. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.has(error.code);
