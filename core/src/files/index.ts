export { completeUpload } from './complete-upload';
export { deleteFile } from './delete';
export { listFiles, openFile } from './read';
export { requestUpload } from './request-upload';
export { sweepFiles } from './sweep';
export { acceptedEndings } from './types';
export * from './schemas';
