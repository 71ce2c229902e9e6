import type { Command } from 'commander';
import { createApiKey } from '../../api-keys';
import { tenantBySlug } from '../tenant-by-slug';

interface KeyOptions {
  tenant: string;
  scopes: string;
  name: string;
}

export function registerApiKey(program: Command): void {
  program
    .command('api-key')
    .description('keys of integrations')
    .command('create')
    .description('make a key and print it; it cannot be shown again')
    .requiredOption('--tenant <slug>', 'company')
    .requiredOption('--scopes <list>', "what the key may do, such as 'orders:read,customers:*' or '*'")
    .option('--name <name>', 'name shown in the settings', 'Command line')
    .action(async ({ tenant, scopes, name }: KeyOptions) => {
      const ctx = await tenantBySlug(tenant);
      const { key } = await createApiKey(ctx, {
        name,
        scopes: scopes.split(',').map((scope) => scope.trim()),
      });
      process.stdout.write(`${key}\n`);
    });
}
