export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How to read a delimited text file. Plain JSON, so that it can be kept beside the import. */
export interface CsvFormat {
  kind: 'csv';
  compression: 'none' | 'gzip';
  encoding: TextEncoding;
  delimiter: Delimiter;
  /** Physical line on which the header row begins; 1-based. */
  headerLine: number;
}

/** How to read a workbook. */
export interface XlsxFormat {
  kind: 'xlsx';
  /** Name of the sheet. */
  sheet: string;
  /** Row number of the header. */
  headerLine: number;
}

export type FileFormat = CsvFormat | XlsxFormat;

/** What a person may set instead of what was detected. */
export interface FormatOverride {
  encoding?: TextEncoding;
  delimiter?: Delimiter;
  sheet?: string;
  headerLine?: number;
}

export interface ReaderLimits {
  /** Bytes of the file as uploaded. */
  maxBytes: number;
  /** Bytes after decompression: gzip, or all parts of a workbook together. */
  maxUnpackedBytes: number;
  maxColumns: number;
  /** Characters of one row; a longer one is a quote never closed or no table at all. */
  maxRowChars: number;
  /** Characters of all texts that a workbook keeps apart from its cells; they are held in memory. */
  maxSharedChars: number;
  /** Rows that `inspectFile` reads before it settles for an estimate. */
  maxInspectRows: number;
}

export const DEFAULT_READER_LIMITS: ReaderLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  maxColumns: 200,
  maxRowChars: 256 * 1024,
  maxSharedChars: 64 * 1024 * 1024,
  maxInspectRows: 50_000,
};

export interface ImportRow {
  /** Physical line on which the row begins (text), or row number (sheet); 1-based. */
  line: number;
  cells: string[];
  /** More or fewer cells than the header: a problem of this row, not of the file. */
  ragged: boolean;
}

export type ImportFileWarning =
  'title-rows-skipped' | 'unnamed-columns' | 'ragged-rows' | 'encoding-guessed' | 'other-sheets';

export interface FileInspection {
  format: FileFormat;
  header: string[];
  /** The first 20 rows. */
  sample: string[][];
  /** Up to 500 rows taken evenly from all that was read: what the detectors of formats should look at. */
  spread: string[][];
  /** Rows below the header; `exact` when the whole file was read. */
  rows: { count: number; exact: boolean };
  /** Names of all visible sheets of a workbook. */
  sheets: string[];
  warnings: ImportFileWarning[];
}
