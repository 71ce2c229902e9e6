export { contentHash } from './content-hash';
export { getDocument, type FullDocument } from './get';
export { documentInsert, freeze, printLater, writeDocument, type UnnumberedDocument } from './write';
export * from './schemas';
