import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const word = () => randomBytes(24).toString('base64url');

const makers = {
  postgresPassword: word,
  ownerPassword: word,
  appPassword: word,
  nextAuthSecret: () => randomBytes(48).toString('base64url'),
  encryptionKeys: () => `k1:${randomBytes(32).toString('base64')}`,
  operationsToken: word,
};

/** The random secrets of one instance, made on first use and kept in its data directory. */
export function secretsOf(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const made = Object.entries(makers).map(([name, make]) => [name, known[name] ?? make()]);
  const secrets = Object.fromEntries(made);
  if (made.some(([name]) => !known[name]))
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
