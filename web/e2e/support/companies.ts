import { cli } from './command-line';
import { GOOD_PASSWORD } from './people';

/** Somebody of their own, so that what a journey does to an account disturbs no other. */
export async function newPerson(name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${Date.now().toString(36)}@journeys.test`;
  await cli(['user', 'create', '--email', email, '--name', name, '--password-stdin'], GOOD_PASSWORD);
  return email;
}

export interface NewCompany {
  slug: string;
  name: string;
}

/** A company with nothing in it. An owner without an account gets one, and a mail to choose a password. */
export async function newCompany(name: string, owner: string): Promise<NewCompany> {
  const slug = `${name.toLowerCase().replace(/\W+/g, '-')}-${Date.now().toString(36)}`;
  const place = ['--currency', 'GBP', '--timezone', 'Europe/London', '--country', 'GB'];
  await cli(['tenant', 'create', '--slug', slug, '--name', name, '--owner', owner, ...place]);
  return { slug, name };
}
