import type { ErrorCode, FieldFault } from '@countinghouse/core/platform/errors';

/** What a server action answers. Expected failures are values: the form shows them and keeps what was typed. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | {
      ok: false;
      code: ErrorCode | 'unexpected';
      /** In the reader's language. */
      message: string;
      requestId: string;
      errors: FieldFault[];
    };
