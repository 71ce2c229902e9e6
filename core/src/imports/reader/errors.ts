/** Every way in which a person's file can be unusable. Closed list: screens translate by code. */
export const IMPORT_FILE_ERROR_CODES = [
  'empty',
  'too-large',
  'binary',
  'unreadable-encoding',
  'unclosed-quote',
  'ragged',
  'no-header',
  'duplicate-header',
  'formula',
  'truncated-gzip',
  'corrupt-xlsx',
  'too-many-columns',
] as const;

export type ImportFileErrorCode = (typeof IMPORT_FILE_ERROR_CODES)[number];

/** What the file seems to be instead, or what to do about it; screens add one sentence per hint. */
export type ImportFileHint =
  | 'old-xls'
  | 'protected-xlsx'
  | 'archive'
  | 'spreadsheet-other'
  | 'pdf'
  | 'image'
  | 'markup'
  | 'json'
  | 'header-only'
  | 'no-such-sheet';

export interface ImportFileErrorPlace {
  /** Physical line of the text file, or row of the sheet; 1-based. */
  line?: number;
  /** 1-based column. */
  column?: number;
  hint?: ImportFileHint;
  /** English, for logs and the CLI. */
  detail: string;
}

/** The file cannot be read as a table. Never thrown for faults of storage: those pass through as they are. */
export class ImportFileError extends Error {
  readonly code: ImportFileErrorCode;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly hint: ImportFileHint | undefined;
  readonly detail: string;

  constructor(code: ImportFileErrorCode, place: ImportFileErrorPlace) {
    super(`${code}: ${place.detail}`);
    this.name = 'ImportFileError';
    this.code = code;
    this.line = place.line;
    this.column = place.column;
    this.hint = place.hint;
    this.detail = place.detail;
  }
}
