import type { ErrorCode } from '@countinghouse/core/platform/errors';

/** What is wrong with one field, in the reader's language. */
export interface FieldMessage {
  /** Path in the input, such as `items.2.quantity`. */
  path: string;
  message: string;
}

/** What a server action answers. Expected failures are values: the form shows them and keeps what was typed. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | {
      ok: false;
      code: ErrorCode | 'unexpected';
      /** In the reader's language. */
      message: string;
      requestId: string;
      errors: FieldMessage[];
    };
