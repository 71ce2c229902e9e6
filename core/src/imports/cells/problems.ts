/** Why a row is not imported. Closed list: screens and reports translate by code. */
export const ROW_PROBLEM_CODES = [
  'ragged',
  'missing',
  'too-long',
  'bad-number',
  'ambiguous-number',
  'too-precise',
  'number-too-large',
  'bad-date',
  'bad-email',
  'unknown-currency',
] as const;

export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number];

export interface RowProblem {
  code: RowProblemCode;
  /** The target field, or null when the whole row is meant. */
  column: string | null;
  /** The text of the cell, at most 200 characters of it. */
  value: string | null;
}

/** A value, or the reason why the cell has none. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; code: RowProblemCode };

export function rowProblem(
  code: RowProblemCode,
  column: string | null = null,
  value: string | null = null,
): RowProblem {
  return { code, column, value: value === null ? null : value.slice(0, 200) };
}
