export { advanceImport, failImport } from './advance';
export { cancelImport } from './cancel';
export { createImport, createImportFrom } from './create';
export { planImport, reinspectImport } from './plan';
export { getImport, listImports } from './read';
export { startImport } from './start';
export { importUploaded } from './uploaded';
export * from './schemas';
export * from './states';
