import { expect, type Page } from '@playwright/test';
import { newCompany, type NewCompany } from './companies';
import { ask, newKey } from './api';
import { people } from './people';
import { unique } from './records';

/** A company of the demo's owner that may issue documents, with a key that may do everything. */
export async function sellingCompany(page: Page, name: string): Promise<NewCompany & { key: string }> {
  const company = await newCompany(unique(name), people.owner);
  const key = await newKey(page, company.slug, 'Journey', /./);
  const address = { line1: '1 Quay Street', line2: null, city: 'Leeds', postalCode: 'LS1 4AA' };
  const identity = { legalName: `${name} Ltd`, vatId: 'GB418202679', email: 'accounts@journeys.test' };
  const profile = { ...identity, address: { ...address, region: null, country: 'GB' } };
  const account = { name: 'Business account', iban: 'GB33BUKB20201555555555', currency: 'GBP' };
  for (const answer of [
    await ask(page, key, 'PATCH', '/company', profile),
    await ask(page, key, 'POST', '/bank-accounts', account),
  ]) {
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  return { ...company, key };
}
