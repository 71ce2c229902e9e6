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
import { registerVerifyLedger } from './commands/verify-ledger';

const program = new Command('countinghouse').description('Commands for the operator of Countinghouse');
for (const register of [
  registerMigrate,
  registerTenant,
  registerUser,
  registerApiKey,
  registerSeed,
  registerImport,
  registerVerifyLedger,
]) {
  register(program);
}

// `… | head` closes the pipe early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** What the machine refuses, in its own words: a file that is not there, a database that does not answer. */
function refusal(error: unknown): string | undefined {
  if (error instanceof AggregateError) return refusal(error.errors[0]);
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  // ENOENT and the like, and what Postgres says before it lets anyone in.
  return /^(E[A-Z]{3,}|28\w{3}|3D000|57P03|53300)$/.test(error.code) ? error.message : undefined;
}

function explain(error: unknown): string {
  if (isAppError(error)) {
    return [error.message, ...error.faults.map((fault) => `  ${fault.path}: ${fault.message}`)].join('\n');
  }
  if (error instanceof ConfigError) return error.message;
  const refused = refusal(error);
  if (refused !== undefined) return refused;
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
