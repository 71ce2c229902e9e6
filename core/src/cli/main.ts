import { Command } from 'commander';
import { ConfigError } from '../platform/config';
import { closeDb } from '../platform/db';
import { isAppError } from '../platform/errors';
import { closeRedis } from '../platform/queues';
import { registerApiKey } from './commands/api-key';
import { registerImport } from './commands/import';
import { registerMigrate } from './commands/migrate';
import { registerSeed } from './commands/seed';
import { registerTenant } from './commands/tenant';
import { registerUser } from './commands/user';

const program = new Command('countinghouse').description('Commands for the operator of Countinghouse');
for (const register of [
  registerMigrate,
  registerTenant,
  registerUser,
  registerApiKey,
  registerSeed,
  registerImport,
]) {
  register(program);
}

// `… | head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

function explain(error: unknown): string {
  if (isAppError(error)) {
    return [error.message, ...error.faults.map((fault) => `  ${fault.path}: ${fault.message}`)].join('\n');
  }
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await Promise.allSettled([closeDb(), closeRedis()]);
}
