import type { ActionResult } from '../../server/result';

export type { ActionResult };

/** An answer of an action that did not do it; its texts are for the reader. */
export type ActionFailure = Extract<ActionResult<never>, { ok: false }>;

export type Action<Input, Data> = (input: Input) => Promise<ActionResult<Data>>;

/** The faults by the path of their field. */
export const faultsByPath = (failure: Pick<ActionFailure, 'errors'> | undefined): Record<string, string> =>
  Object.fromEntries((failure?.errors ?? []).map(({ path, message }) => [path, message]));
