import { z } from 'zod';

const flag = (standard: '0' | '1' = '0') =>
  z
    .enum(['0', '1', 'false', 'true'])
    .default(standard)
    .transform((value) => value === '1' || value === 'true');
const port = (standard: number) => z.coerce.number().int().min(1).max(65_535).default(standard);
const count = (standard: number) => z.coerce.number().int().min(1).default(standard);
const address = (protocols: RegExp) => z.url({ protocol: protocols, error: 'must be a URL' });

const encryptionKeys = z.string({ error: 'is missing' }).transform((text, context) =>
  text.split(',').map((part) => {
    const [id, key] = part.split(':');
    const bytes = Buffer.from(key ?? '', 'base64');
    if (!id || bytes.length !== 32) {
      context.addIssue({ code: 'custom', message: 'must be id:base64 of 32 bytes, comma-separated' });
    }
    return { id: id ?? '', key: bytes };
  }),
);

/** Every setting of the product: its schema and one line of meaning. `.env.example` is made from this list. */
export const settings = {
  NODE_ENV: {
    schema: z.enum(['development', 'test', 'production']).default('development'),
    meaning: 'development, test or production',
  },
  COUNTINGHOUSE_DEMO: { schema: flag(), meaning: '1 allows the demo seed with its published passwords' },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
    meaning: 'least level that is logged',
  },
  HOST: { schema: z.string().default('0.0.0.0'), meaning: 'address that the web server listens on' },
  PORT: { schema: port(3000), meaning: 'port of the web server' },
  OPERATIONS_HOST: {
    schema: z.string().default('127.0.0.1'),
    meaning: 'address of the internal port with metrics and detailed health',
  },
  OPERATIONS_PORT: { schema: port(9464), meaning: 'internal port of the web process' },
  WORKER_OPERATIONS_PORT: { schema: port(9465), meaning: 'internal port of the worker' },
  OPERATIONS_TOKEN: {
    schema: z.string().min(16).optional(),
    meaning: 'Bearer token that opens metrics and detailed health on the public port too',
  },
  DATABASE_URL: {
    schema: address(/^postgres(ql)?$/),
    meaning: 'Postgres as the restricted role that the product runs as',
  },
  DATABASE_OWNER_URL: {
    schema: address(/^postgres(ql)?$/).optional(),
    meaning: 'Postgres as the owner of the tables, for migrations',
  },
  DATABASE_POOL_MAX: { schema: count(10), meaning: 'connections of one process to Postgres' },
  REDIS_URL: { schema: address(/^rediss?$/), meaning: 'Redis for queues, limits and short-lived copies' },
  REDIS_PREFIX: { schema: z.string().default('countinghouse'), meaning: 'beginning of every key in Redis' },
  STORAGE_DIR: {
    schema: z.string().default('.data/objects'),
    meaning: 'folder of stored objects where no S3_ENDPOINT is set',
  },
  S3_ENDPOINT: { schema: address(/^https?$/).optional(), meaning: 'S3-compatible storage, such as MinIO' },
  S3_PUBLIC_ENDPOINT: {
    schema: address(/^https?$/).optional(),
    meaning: 'address of the storage as browsers reach it, where it differs',
  },
  S3_REGION: { schema: z.string().default('us-east-1'), meaning: 'region of the storage' },
  S3_BUCKET: { schema: z.string().default('countinghouse'), meaning: 'bucket of stored objects' },
  S3_PATH_STYLE: {
    schema: flag('1'),
    meaning: '1 addresses objects as host/bucket/key, 0 as bucket.host/key',
  },
  S3_ACCESS_KEY: { schema: z.string().optional(), meaning: 'key of the storage' },
  S3_SECRET_KEY: { schema: z.string().optional(), meaning: 'secret of the storage' },
  NEXTAUTH_URL: {
    schema: address(/^https?$/).default('http://localhost:3000'),
    meaning: 'address of the product as browsers reach it',
  },
  NEXTAUTH_SECRET: {
    schema: z.string({ error: 'is missing' }).min(32, 'must have at least 32 characters'),
    meaning: 'secret that signs links and tokens',
  },
  ENCRYPTION_KEYS: {
    schema: encryptionKeys,
    meaning: 'keys of stored secrets, id:base64 of 32 bytes, the newest first, comma-separated',
  },
  SMTP_URL: {
    schema: address(/^smtps?$/).optional(),
    meaning: 'mail server; without it mails are kept and shown on the development page only',
  },
  MAIL_FROM: {
    schema: z.string().default('Countinghouse <no-reply@localhost>'),
    meaning: 'sender of mails',
  },
  CHROMIUM_PATH: {
    schema: z.string().default('/usr/bin/chromium'),
    meaning: 'browser that prints documents',
  },
  CHROMIUM_SANDBOX: {
    schema: flag('1'),
    meaning: '0 prints without the sandbox of the browser; so do a demo and development that run as root',
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(5).default(0),
    meaning: 'how many proxies in front may be believed about the address of a client',
  },
  API_RATE_LIMIT: { schema: count(120_000), meaning: 'requests that one API key may make in a minute' },
  EXPORT_KEEP_DAYS: { schema: count(7), meaning: 'days that downloads are kept' },
  FILE_MAX_BYTES: { schema: count(26_214_400), meaning: 'bytes of one attached file' },
  FILE_MAX_PIXELS: { schema: count(100_000_000), meaning: 'pixels of one attached image, width by height' },
  IMPORT_MAX_BYTES: { schema: count(104_857_600), meaning: 'bytes of one file to import, as uploaded' },
  DEPLOYMENT_ID: { schema: z.string().default('development'), meaning: 'commit that is running' },
} as const;

export type SettingName = keyof typeof settings;
