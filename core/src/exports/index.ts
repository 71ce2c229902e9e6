export { cancelExport } from './cancel';
export { createExport } from './create';
export { openExport } from './download';
export { choiceLabel, columnTitle } from './labels';
export { getExport, listExports } from './read';
export { failExport, runExport } from './run';
export { sweepExpiredExports } from './sweep';
export * from './schemas';
