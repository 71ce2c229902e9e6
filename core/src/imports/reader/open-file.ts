import type { Readable } from 'node:stream';

/** Opens the file from its first byte; called up to three times by one inspection. */
export type OpenFile = () => Promise<Readable>;
