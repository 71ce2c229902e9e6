import { config } from '../platform/config';
import { DEFAULT_READER_LIMITS, type ReaderLimits } from './reader';

export const readerLimits = (): ReaderLimits => ({
  ...DEFAULT_READER_LIMITS,
  maxBytes: config().IMPORT_MAX_BYTES,
});
