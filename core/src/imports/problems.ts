import { ROW_PROBLEM_CODES } from './cells/problems';

/** Why a line of a file was not imported: what is wrong with its cells, or with its order. Closed list. */
export const importProblemCodes = [
  ...ROW_PROBLEM_CODES,
  'zero-quantity',
  'positive-return',
  'mixed-currencies',
  'unknown-tax-rate',
  'no-tax-rate',
  'too-many-lines',
  'amount-too-large',
  'other-line',
  'exists-different',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** One line that was not imported. */
export interface ImportProblem {
  /** Physical line of the file; 1-based. */
  line: number;
  code: ImportProblemCode;
  /** The field of the mapping, or null when the whole line is meant. */
  column: string | null;
  value: string | null;
}
