import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { authenticateApiKey } from '../api-keys';
import { findUserByEmail } from '../identity';
import { testTenant } from '../testing';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** Runs the command line as an operator does, with the settings of this test. */
const cli = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', main, ...args],
      { env: { ...process.env, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

describe('the command line', { timeout: 90_000 }, () => {
  it('prints a new key alone, and the key works', async () => {
    const { slug, tenantId } = await testTenant();
    const { code, out, err } = await cli(['api-key', 'create', '--tenant', slug, '--scopes', '*']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^chk_[\w-]{43}\n$/);
    expect(await authenticateApiKey(out.trim())).toMatchObject({ tenantId, scopes: ['*'] });
  });

  it.each([
    ['a command that does not exist', ['fly'], /unknown command/],
    ['an option that is missing', ['tenant', 'create', '--slug', 'x'], /required option/],
    [
      'a company that does not exist',
      ['api-key', 'create', '--tenant', 'no', '--scopes', '*'],
      /no such company/,
    ],
    ['a value that is not right', ['user', 'create', '--email', 'x', '--name', 'X'], /^ {2}email: /m],
    ['a number that is none', ['seed', '--tenant', 'x', '--orders', 'many'], /must be a number/],
  ])('says what is wrong with %s, in a few lines, and fails', async (_name, args, words) => {
    const { code, out, err } = await cli(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('leaves no account behind when the company is refused', async () => {
    const { slug } = await testTenant();
    const email = `nobody-${slug}@example.test`;
    const owner = ['--currency', 'GBP', '--timezone', 'Europe/London', '--owner', email];
    const { code, err } = await cli(['tenant', 'create', '--slug', slug, '--name', 'Twice', ...owner]);
    expect(code).toBe(1);
    expect(err).toMatch(/short name/);
    expect(await findUserByEmail(email)).toBeNull();
  });

  it('says that the database does not answer, without its password', async () => {
    const url = 'postgresql://app:very-secret@127.0.0.1:1/ch';
    const { code, err } = await cli(['tenant', 'list'], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(err).toContain('ECONNREFUSED');
    expect(err).not.toMatch(/very-secret|\n\s+at /);
  });
});
