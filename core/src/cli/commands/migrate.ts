import type { Command } from 'commander';
import { config } from '../../platform/config';
import { migrate } from '../../platform/migrate';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema; does nothing when it is there')
    .action(async () => {
      const { DATABASE_URL, DATABASE_OWNER_URL } = config();
      const applied = await migrate(DATABASE_OWNER_URL ?? DATABASE_URL, DATABASE_URL);
      for (const name of applied) process.stdout.write(`applied ${name}\n`);
      if (applied.length === 0) process.stdout.write('the database is up to date\n');
    });
}
