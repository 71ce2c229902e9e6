/** One fault of what was typed: the field's path, such as `lines.2.quantity`, and a text in the user's language. */
export interface FieldError {
  path: string;
  message: string;
}

/** Why an action did not do it; all texts are for the user. */
export interface ActionFailure {
  ok: false;
  code: string;
  message: string;
  requestId?: string;
  errors: readonly FieldError[];
}

/** What every server action answers. Expected failures are answers, not exceptions. */
export type ActionResult<Data = undefined> = { ok: true; data: Data } | ActionFailure;

export type Action<Input, Data = undefined> = (input: Input) => Promise<ActionResult<Data>>;
