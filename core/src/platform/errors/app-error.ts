import { fault, faultText, type FaultCode, type FaultValues, type FieldFault } from './faults';

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

/** What exactly happened, where a code covers several cases. Closed, too: each has a text in each language. */
export const reasons = [
  'allocation-taken-back',
  'allocation-too-large',
  'account-archived',
  'account-default',
  'already-member',
  'bank-file-damaged',
  'bank-file-empty',
  'bank-file-other-message',
  'bank-file-too-large',
  'bank-file-unknown',
  'bank-mapping-needed',
  'bulk-too-large',
  'cannot-cancel',
  'cannot-close',
  'cannot-delete',
  'cannot-fulfil',
  'cannot-issue',
  'cannot-place',
  'cannot-void',
  'credit-too-large',
  'customer-number-taken',
  'days-taken',
  'deposit-deducted',
  'deposit-too-large',
  'e-invoice-invalid',
  'e-invoice-kind',
  'deposits-left',
  'email-taken',
  'exchange-rate-needed',
  'export-finished',
  'export-not-ready',
  'external-number-taken',
  'file-kind',
  'file-not-arrived',
  'file-size',
  'idempotency-key-reused',
  'image-pixels',
  'import-date-format',
  'import-decimal',
  'import-empty',
  'import-finished',
  'import-mapping',
  'import-no-report',
  'import-not-mapping',
  'import-not-planned',
  'import-too-large',
  'invitation-expired',
  'invoice-has-credits',
  'invoice-has-payments',
  'invoice-not-draft',
  'invoice-not-issued',
  'invoice-problems',
  'issue-date-before-last',
  'issue-date-future',
  'last-owner',
  'link-closed',
  'link-expired',
  'no-e-invoice',
  'no-recipients',
  'more-than-left',
  'no-taxes',
  'nothing-to-credit',
  'nothing-to-invoice',
  'order-invoiced',
  'offer-accepted',
  'offer-not-accepted',
  'offer-not-draft',
  'offer-not-editable',
  'offer-not-open',
  'offer-not-revisable',
  'order-not-editable',
  'order-not-placed',
  'orders-differ',
  'password-common',
  'password-long',
  'password-personal',
  'password-short',
  'pdf-failed',
  'pdf-pending',
  'payment-credit-exceeded',
  'payment-refunded',
  'payment-void',
  'quota',
  'recurring-ended',
  'request-key-reused',
  'sent-just-now',
  'series-used',
  'sign-in-first',
  'sku-taken',
  'slug-taken',
  'statement-too-long',
  'tax-archived',
  'tax-default',
  'tax-name-taken',
  'too-many-tags',
  'transaction-matched',
  'wrong-password',
] as const;

export type Reason = (typeof reasons)[number];

interface AppErrorDetails {
  /** The code's own text is shown where it is absent. */
  reason?: Reason;
  faults?: FieldFault[];
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected failure. Its message is English, plain and safe to show; faces translate by code and reason. */
export class AppError extends Error {
  readonly reason: Reason | undefined;
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
export const conflict = (message: string, reason?: Reason) =>
  new AppError('conflict', message, reason ? { reason } : {});
export const stale = () =>
  new AppError('stale', 'Someone else has changed this in the meantime. Reload to see the newest state.');

/** One field is not right. `values` are what the text of the fault fills in. */
export function invalid(
  path: string,
  code: FaultCode,
  details: { reason?: Reason; values?: FaultValues } = {},
) {
  const { reason, values } = details;
  const only = fault(path, code, values);
  return new AppError('invalid', only.message, { faults: [only], ...(reason && { reason }) });
}

/** Another record has what must be there once. */
export const taken = (path: string, reason: Reason & FaultCode) =>
  new AppError('conflict', faultText(reason), { reason, faults: [fault(path, reason)] });

export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === 'AppError' && 'code' in error;
