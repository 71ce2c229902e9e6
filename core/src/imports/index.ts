export { advanceImport, failImport } from './advance';
export { cancelImport } from './cancel';
export { plainHeader } from './columns/field-names';
export { createImport, createImportFrom } from './create';
export { fieldText, reasonText } from './labels';
export { planImport, reinspectImport } from './plan';
export { getImport, listImports } from './read';
export { ImportFileError, inspectFile, readRows, type FileFormat, type FileInspection } from './reader';
export { openImportReport } from './report';
export { startImport } from './start';
export { sweepImports } from './sweep';
export { importUploaded } from './uploaded';
export {
  detectDateFormat,
  detectNumberFormat,
  parseCurrency,
  parseDateTime as parseDateCell,
  parseDecimal as parseDecimalCell,
} from './values';
export * from './schemas';
export * from './states';
