export { completeUpload } from './complete-upload';
export { deleteFile } from './delete';
export { imageSize } from './image-size';
export { getFile, listFiles, openFile } from './read';
export { requestUpload } from './request-upload';
export { namesOfSubjects } from './subject-names';
export { sweepFiles } from './sweep';
export { acceptedEndings } from './types';
export * from './schemas';
