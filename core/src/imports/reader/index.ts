export { IMPORT_FILE_ERROR_CODES, ImportFileError } from './errors';
export type { ImportFileErrorCode, ImportFileHint } from './errors';
export { DEFAULT_READER_LIMITS, DELIMITERS, TEXT_ENCODINGS } from './format';
export type {
  CsvFormat,
  Delimiter,
  FileFormat,
  FileInspection,
  FormatOverride,
  ImportFileWarning,
  ImportRow,
  ReaderLimits,
  TextEncoding,
  XlsxFormat,
} from './format';
export type { OpenFile } from './open-file';
export { inspectFile, type InspectOptions } from './inspect';
export { readRows, type ReadOptions } from './read';
