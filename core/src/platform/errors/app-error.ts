/** Every way in which a request can fail as expected. Closed: a new code needs a text in each language. */
export const errorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'conflict',
  'stale',
  'rate-limited',
  'too-large',
  'unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** One fault of an input: the field's path, such as `lines.2.quantity`, and a key of the `errors` texts. */
export interface FieldFault {
  path: string;
  message: string;
}

interface AppErrorDetails {
  /** Key of a more exact text in the `errors` messages; the code's own text where absent. */
  reason?: string;
  faults?: FieldFault[];
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected failure. Its message is English, plain and safe to show; faces translate by code and reason. */
export class AppError extends Error {
  readonly reason: string | undefined;
  readonly faults: FieldFault[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: AppErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.reason = details.reason;
    this.faults = details.faults ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

export const notFound = (what: string) => new AppError('not-found', `There is no such ${what}.`);
export const forbidden = (message = 'Your role does not allow this.') => new AppError('forbidden', message);
export const conflict = (message: string, reason?: string) =>
  new AppError('conflict', message, reason ? { reason } : {});
export const stale = () =>
  new AppError('stale', 'Someone else has changed this in the meantime. Reload to see the newest state.');
export const invalid = (path: string, message: string, reason?: string) =>
  new AppError('invalid', message, { faults: [{ path, message }], ...(reason && { reason }) });

export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && 'code' in error;
