import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { envExample } from './env-example';
import { ConfigError, readConfig } from './index';

const good = {
  DATABASE_URL: 'postgresql://app:x@localhost/ch',
  REDIS_URL: 'redis://localhost:6379',
  NEXTAUTH_SECRET: 'a'.repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
};

const faultsOf = (env: NodeJS.ProcessEnv) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.faults : [String(error)];
  }
};

describe('config', () => {
  it('fills in defaults and types', () => {
    const config = readConfig({ ...good, PORT: '3100', COUNTINGHOUSE_DEMO: '1' });
    expect(config).toMatchObject({ PORT: 3100, COUNTINGHOUSE_DEMO: true, S3_BUCKET: 'countinghouse' });
    expect(config.ENCRYPTION_KEYS[0]?.key).toHaveLength(32);
  });

  it('reads secrets from files', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret');
    writeFileSync(file, `${'b'.repeat(40)}\n`);
    const { NEXTAUTH_SECRET: _left, ...rest } = good;
    expect(readConfig({ ...rest, NEXTAUTH_SECRET_FILE: file }).NEXTAUTH_SECRET).toBe('b'.repeat(40));
  });

  it('names every fault in a line of its own', () => {
    expect(faultsOf({})).toEqual([
      expect.stringMatching(/^DATABASE_URL: /),
      expect.stringMatching(/^REDIS_URL: /),
      expect.stringMatching(/^NEXTAUTH_SECRET: is missing/),
      expect.stringMatching(/^ENCRYPTION_KEYS: is missing/),
    ]);
    expect(faultsOf({ ...good, PORT: '99999', LOG_LEVEL: 'loud', ENCRYPTION_KEYS: 'k1:short' })).toHaveLength(
      3,
    );
    expect(faultsOf({ ...good, NEXTAUTH_SECRET_FILE: '/nowhere' })).toEqual([
      expect.stringMatching(/^NEXTAUTH_SECRET_FILE: /),
    ]);
  });

  it('is what .env.example lists', () => {
    expect(readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8')).toBe(envExample());
  });
});
