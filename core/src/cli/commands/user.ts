import type { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { createUser, requestPasswordReset } from '../../identity';

/** The command line counts as one address in the limit of reset mails. */
const OPERATOR_ADDRESS = 'command-line';

interface UserOptions {
  email: string;
  name: string;
  language: 'en' | 'ru' | 'uz';
  passwordStdin?: boolean;
}

export function registerUser(program: Command): void {
  program
    .command('user')
    .description('people')
    .command('create')
    .description('create an account; without a password a link to choose one is mailed')
    .requiredOption('--email <email>', 'e-mail address to sign in with')
    .requiredOption('--name <name>', 'name of the person')
    .option('--language <code>', 'en, ru or uz', 'en')
    .option('--password-stdin', 'read the password from standard input')
    .action(async ({ passwordStdin, ...person }: UserOptions) => {
      const password = passwordStdin ? (await text(process.stdin)).trimEnd() : undefined;
      const user = await createUser({ ...person, ...(password && { password }) });
      if (!password) await requestPasswordReset(person.email, OPERATOR_ADDRESS);
      process.stdout.write(`${user.id}\n`);
    });
}
