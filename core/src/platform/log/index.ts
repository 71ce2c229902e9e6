import { pino, type DestinationStream, type Logger } from 'pino';
import { config } from '../config';

export type { Logger };

const secretFields = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  'apiKey',
  'key',
  'payload',
  'body',
];
const redacted = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

/** Makes a logger: one JSON object a line, with secrets and personal data left out. */
export function createLogger(name: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted, censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}

let root: Logger | undefined;

/** The logger of this process. */
export function log(): Logger {
  root ??= createLogger('countinghouse', config().LOG_LEVEL);
  return root;
}
