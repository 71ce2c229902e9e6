import type { Command } from 'commander';
import { createUser, findUserByEmail, requestPasswordReset } from '../../identity';
import { conflict, parse } from '../../platform/errors';
import { createTenant, CreateTenantInput, findTenantId, listTenants } from '../../tenants';

/** The command line counts as one address in the limit of reset mails. */
const OPERATOR_ADDRESS = 'command-line';

interface TenantOptions {
  slug: string;
  name: string;
  currency: string;
  timezone: string;
  language: 'en' | 'ru' | 'uz';
  country?: string;
  owner: string;
}

/** An owner who has no account yet gets one, and a mail with a link to choose a password. */
async function ownerOf(email: string): Promise<string> {
  const known = await findUserByEmail(email);
  if (known) return known.id;
  const { id } = await createUser({ email, name: email.split('@')[0] ?? email });
  await requestPasswordReset(email, OPERATOR_ADDRESS);
  return id;
}

export function registerTenant(program: Command): void {
  const tenant = program.command('tenant').description('companies on this machine');
  tenant
    .command('create')
    .description('create a company with its owner')
    .requiredOption('--slug <slug>', 'short name in addresses, such as meridian')
    .requiredOption('--name <name>', 'name of the company')
    .requiredOption('--currency <code>', 'ISO 4217 code, such as GBP')
    .requiredOption('--timezone <zone>', 'IANA zone, such as Europe/London')
    .requiredOption('--owner <email>', 'e-mail address of the owner')
    .option('--country <code>', 'ISO 3166 code; decides the taxes to begin with')
    .option('--language <code>', 'en, ru or uz', 'en')
    .action(async ({ timezone, owner, country, ...rest }: TenantOptions) => {
      const company = parse(CreateTenantInput.omit({ ownerUserId: true }), {
        ...rest,
        timeZone: timezone,
        country: country?.toUpperCase() ?? null,
      });
      // Before anything is made: a refused company must not leave an account behind.
      if (await findTenantId(company.slug)) {
        throw conflict('Another company has this short name.', 'slug-taken');
      }
      const created = await createTenant({ ...company, ownerUserId: await ownerOf(owner) });
      process.stdout.write(`${created.id}\n`);
    });
  tenant
    .command('list')
    .description('list the companies')
    .action(async () => {
      for (const { slug, name, currency, timeZone, members } of await listTenants()) {
        process.stdout.write(`${slug}\t${name}\t${currency}\t${timeZone}\t${members} members\n`);
      }
    });
}
