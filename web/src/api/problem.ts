import type { AppError, ErrorCode, FieldFault } from '@countinghouse/core/platform/errors';
import { isAppError } from '@countinghouse/core/platform/errors';
import type { Answer } from './exchange';

/** Failures that only HTTP knows; the rest are the codes of AppError. */
export const httpFaults = {
  malformed: { status: 400, title: 'The request cannot be read' },
  'method-not-allowed': { status: 405, title: 'This method does not work here' },
  'unsupported-media-type': { status: 415, title: 'Only JSON is accepted' },
  'precondition-required': { status: 428, title: 'The version is missing' },
  internal: { status: 500, title: 'Something went wrong here' },
} as const;

export const appFaults: Record<ErrorCode, { status: number; title: string }> = {
  unauthenticated: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'This contradicts the present state' },
  stale: { status: 412, title: 'Changed in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  invalid: { status: 422, title: 'Some fields are not right' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available right now' },
};

export type ProblemCode = ErrorCode | keyof typeof httpFaults;

/** Every problem that the API answers with, by code. */
export const faults: Record<ProblemCode, { status: number; title: string }> = { ...appFaults, ...httpFaults };

/** A failure of the request as HTTP; its detail is shown to the caller. */
export class HttpFault extends Error {
  constructor(
    readonly code: keyof typeof httpFaults,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'HttpFault';
  }
}

// Postgres is away, starting, stopping, or full: the request was right and may be sent again.
const databaseAway = /^(08...|53300|57P0[123])$/;
const networkAway = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.message.includes('timeout exceeded when trying to connect')) return true;
  if (error.message.startsWith('Connection terminated')) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return databaseAway.test(code) || networkAway.has(code);
}

// Characters that Postgres keeps in no text: zero bytes, halves of surrogate pairs.
const unstorable = new Set(['22021', '22P05']);

const isUnstorable = (error: unknown) =>
  error instanceof Error && 'code' in error && unstorable.has(String(error.code));

interface Fault {
  code: ProblemCode;
  detail: string;
  headers?: Record<string, string>;
  errors?: FieldFault[];
  reason?: string | undefined;
  /** Ours to repair: logged with its cause. */
  unexpected?: boolean;
}

function appFault(error: AppError): Fault {
  const headers: Record<string, string> = {};
  if (error.code === 'unauthenticated') headers['WWW-Authenticate'] = 'Bearer realm="countinghouse"';
  if (error.retryAfterSeconds !== undefined)
    headers['Retry-After'] = String(Math.ceil(error.retryAfterSeconds));
  const { code, message: detail, faults: errors, reason } = error;
  return { code, detail, headers, errors, reason };
}

/** What an error means to the caller. Nothing of an unexpected one is told but the request's id. */
export function faultOf(error: unknown): Fault {
  if (isAppError(error)) return appFault(error);
  if (error instanceof HttpFault) return { code: error.code, detail: error.message, headers: error.headers };
  if (isUnstorable(error)) {
    return {
      code: 'malformed',
      detail: 'The request holds characters that cannot be kept, such as \\u0000.',
    };
  }
  if (isAway(error)) {
    const detail = 'The service cannot answer right now. Send the same request again in a moment.';
    return { code: 'unavailable', detail, headers: { 'Retry-After': '5' }, unexpected: true };
  }
  const detail =
    'Nothing was changed. If it happens again, give the request id to whoever runs this service.';
  return { code: 'internal', detail, unexpected: true };
}

/** The answer of a failure, as RFC 9457 lays down. */
export function problemAnswer(fault: Fault, requestId: string): Answer {
  const { status, title } = faults[fault.code];
  const problem = {
    type: `/api/docs/problems#${fault.code}`,
    title,
    status,
    detail: fault.detail,
    code: fault.code,
    ...(fault.reason && { reason: fault.reason }),
    requestId,
    ...(fault.errors &&
      fault.errors.length > 0 && {
        errors: fault.errors.map(({ path, code, message }) => ({ path, code, message })),
      }),
  };
  return {
    status,
    headers: { ...fault.headers, 'Content-Type': 'application/problem+json' },
    raw: JSON.stringify(problem),
  };
}
