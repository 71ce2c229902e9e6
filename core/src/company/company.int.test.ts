import { expect, it } from 'vitest';
import { documentLogo } from '../documents';
import { actionsOf, rolledBack, testTenant } from '../testing';
import { listAudit } from '../audit-log';
import {
  accountsFor,
  bankAccounts,
  brandOf,
  companyProfile,
  createBankAccount,
  archiveBankAccount,
  listBankAccounts,
  mailTemplateFor,
  missingForInvoices,
  previewDocument,
  removeLogo,
  restoreBankAccount,
  sellerOf,
  setDefaultBankAccount,
  setLogo,
  textsFor,
  updateBankAccount,
  updateCompanyProfile,
} from './index';
import { standardTexts } from './standard-texts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const own = { intro: 'Hello {customer}', outro: '', terms: '', footer: '' };

it('keeps what a company prints about itself, in standard forms, and who changed it', async () => {
  const { ctx } = await testTenant();
  const saved = await updateCompanyProfile(ctx, 1, {
    legalName: ' Meridian  Gifts Ltd ',
    vatId: 'gb 980 7806 84',
    website: 'www.meridian.example',
    email: 'Books@Meridian.example',
    color: '#AA0000',
    paymentTermsDays: 30,
    cashRoundingMinor: '5',
    taxCurrency: 'EUR',
    strictEInvoices: false,
  });
  expect(saved).toMatchObject({
    vatId: 'GB980780684',
    email: 'books@meridian.example',
    color: '#aa0000',
    cashRoundingMinor: '5',
    strictEInvoices: false,
    version: 2,
  });
  expect(await companyProfile(ctx)).toEqual(saved);
  expect(sellerOf(saved)).toMatchObject({
    name: saved.legalName,
    vatId: 'GB980780684',
    customerNumber: null,
  });
  expect(brandOf(saved)).toEqual({ color: '#aa0000', paper: 'a4', logo: null });
  const { rows } = await listAudit(ctx, { action: 'company.update' });
  expect(rows[0]?.changes).toMatchObject({
    paymentTermsDays: { from: 14, to: 30 },
    taxCurrency: { to: 'EUR' },
  });
});

it('writes nothing where nothing changes, whatever order the parts of an address come in', async () => {
  const { ctx } = await testTenant();
  const { address } = await companyProfile(ctx);
  if (!address) throw new Error('no address');
  const { line1, ...rest } = address;
  expect((await updateCompanyProfile(ctx, 1, { address: { ...rest, line1 } })).version).toBe(1);
  expect(await actionsOf(ctx)).toEqual([]);
});

it.each([
  [{ vatId: 'GB980780685' }, { vatId: 'vat-id' }],
  [{ taxNumber: '1', address: { country: 'UZ' } }, { taxNumber: 'tax-number' }],
  [{ legalName: ' ' }, { legalName: 'needed' }],
  [{ color: 'red' }, { color: 'color' }],
  [{ website: 'no address' }, { website: 'website' }],
  [{ cashRoundingMinor: '0' }, { cashRoundingMinor: 'at-least' }],
  [
    { texts: { en: { invoice: { intro: '{nummer}' } } } },
    { 'texts.en.invoice.intro': 'unknown-placeholder' },
  ],
  [
    { mailTemplates: { ru: { offer: { subject: '', text: '{total}' } } } },
    { 'mailTemplates.ru.offer.subject': 'needed' },
  ],
  [{ texts: { de: {} } }, { 'texts.de': 'unknown-field' }],
])('refuses %j', async (input, faults) => {
  const { ctx } = await testTenant();
  const failure = (await updateCompanyProfile(ctx, 1, input as never).catch((error: unknown) => error)) as {
    faults: { path: string; code: string }[];
  };
  expect(Object.fromEntries(failure.faults.map(({ path, code }) => [path, code]))).toEqual(faults);
  expect((await companyProfile(ctx)).version).toBe(1);
});

it('refuses to overwrite what someone else has changed, and managers', async () => {
  const { ctx, ctxAs } = await testTenant();
  await updateCompanyProfile(ctx, 1, { phone: '+44 113 496 0000' });
  await expect(updateCompanyProfile(ctx, 1, { phone: null })).rejects.toMatchObject({ code: 'stale' });
  await expect(updateCompanyProfile(ctxAs('manager'), 2, {})).rejects.toMatchObject({ code: 'forbidden' });
  await rolledBack(ctx, (ctx) => updateCompanyProfile(ctx, 2, { phone: null }));
  expect((await companyProfile(ctx)).phone).toBe('+44 113 496 0000');
});

it('keeps own texts and mails, and no copies of the standard ones', async () => {
  const { ctx } = await testTenant();
  const saved = await updateCompanyProfile(ctx, 1, {
    texts: { en: { invoice: own, offer: standardTexts.en.offer }, uz: { invoice: standardTexts.uz.invoice } },
    mailTemplates: { ru: { offer: { subject: 'КП {number}', text: 'Сумма {total}' } } },
  });
  expect(saved.texts).toEqual({ en: { invoice: own } });
  expect(textsFor(saved, 'en', 'invoice')).toEqual(own);
  expect(textsFor(saved, 'en', 'offer')).toBe(standardTexts.en.offer);
  expect(mailTemplateFor(saved, 'ru', 'offer').subject).toBe('КП {number}');
  expect(mailTemplateFor(saved, 'en', 'offer').subject).toContain('{company}');
  const { rows } = await listAudit(ctx, { action: 'company.update' });
  expect(rows[0]?.changes['texts']).toEqual({ from: {}, to: { 'en.invoice': own } });
});

it('says what is missing before invoices can be issued', async () => {
  const { ctx } = await testTenant();
  const profile = await companyProfile(ctx);
  expect(missingForInvoices(profile)).toEqual([]);
  expect(missingForInvoices({ ...profile, address: null, vatId: null })).toEqual([
    'address.line1',
    'address.city',
    'address.country',
    'identity',
  ]);
  expect(missingForInvoices({ ...profile, vatId: null, registrationNumber: '1' })).toEqual([]);
});

it('keeps a logo under the hash of its content, also when it is removed', async () => {
  const { ctx } = await testTenant();
  const { logo } = await setLogo(ctx, 1, pixel);
  if (!logo) throw new Error('no logo');
  expect(logo).toMatchObject({ contentType: 'image/png', width: 1, height: 1 });
  expect(logo.objectKey.endsWith(logo.sha256)).toBe(true);
  expect((await setLogo(ctx, 2, pixel)).version).toBe(2);
  expect((await removeLogo(ctx, 2)).logo).toBeNull();
  const brand = { color: '#1f6b4a', paper: 'a4', logo } as const;
  expect(await documentLogo(brand)).toBe(`data:image/png;base64,${pixel.toString('base64')}`);
});

it.each([
  ['no image', Buffer.from('hello'), 'logo-kind'],
  ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'logo-kind'],
  ['a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64'), 'logo-kind'],
  ['too many bytes', Buffer.concat([pixel, Buffer.alloc(600_000)]), 'logo-bytes'],
  [
    'too many pixels',
    Buffer.concat([pixel.subarray(0, 16), Buffer.from('0000ffff0000ffff', 'hex'), pixel.subarray(24)]),
    'image-pixels',
  ],
])('takes no logo that is %s', async (_name, bytes, code) => {
  const { ctx } = await testTenant();
  await expect(setLogo(ctx, 1, bytes)).rejects.toMatchObject({ faults: [{ path: 'logo', code }] });
});

it('keeps bank accounts, one of them the default', async () => {
  const { ctx } = await testTenant();
  const first = await createBankAccount(ctx, {
    name: 'Main',
    iban: 'gb33 bukb 2020 1555 5555 55',
    currency: 'GBP',
  });
  expect(first).toMatchObject({ iban: 'GB33BUKB20201555555555', isDefault: true, version: 1 });
  expect(first.holder).toBe((await companyProfile(ctx)).legalName);
  const second = await createBankAccount(ctx, {
    name: 'Euro',
    holder: 'Meridian',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFF',
    currency: 'EUR',
    isDefault: true,
  });
  expect((await bankAccounts(ctx)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ['Euro', true],
    ['Main', false],
  ]);
  await expect(archiveBankAccount(ctx, second.id)).rejects.toMatchObject({ reason: 'account-default' });
  await setDefaultBankAccount(ctx, first.id);
  await archiveBankAccount(ctx, second.id);
  await expect(setDefaultBankAccount(ctx, second.id)).rejects.toMatchObject({ reason: 'account-archived' });
  await archiveBankAccount(ctx, first.id);
  expect(await bankAccounts(ctx)).toEqual([]);
  expect((await listBankAccounts(ctx, { archived: 'all' })).map(({ name }) => name)).toEqual([
    'Euro',
    'Main',
  ]);
  expect(await restoreBankAccount(ctx, second.id)).toMatchObject({ isDefault: true, archived: false });
  expect(await actionsOf(ctx)).toEqual([
    'bank-account.create',
    'bank-account.create',
    'bank-account.set-default',
    'bank-account.archive',
    'bank-account.archive',
    'bank-account.restore',
  ]);
});

it('changes accounts, if nobody else was quicker, to numbers that can be', async () => {
  const { ctx } = await testTenant();
  const { id } = await createBankAccount(ctx, { name: 'Main', accountNumber: '12345678', currency: 'GBP' });
  await expect(updateBankAccount(ctx, id, 1, { accountNumber: null })).rejects.toMatchObject({
    faults: [{ path: 'iban', code: 'iban-or-number' }],
  });
  await expect(updateBankAccount(ctx, id, 1, { iban: 'GB00' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(createBankAccount(ctx, { name: 'x', currency: 'GBP' })).rejects.toMatchObject({
    code: 'invalid',
  });
  const changed = await updateBankAccount(ctx, id, 1, { bankCode: '20-20-15', holder: null });
  expect(changed).toMatchObject({ bankCode: '20-20-15', version: 2 });
  expect((await updateBankAccount(ctx, id, 2, { bankCode: '20-20-15' })).version).toBe(2);
  await expect(updateBankAccount(ctx, id, 1, {})).rejects.toMatchObject({ code: 'stale' });
});

it('asks to be paid in the currency of the document where it can', async () => {
  const { ctx } = await testTenant();
  await createBankAccount(ctx, { name: 'Main', iban: 'GB33BUKB20201555555555', currency: 'GBP' });
  await createBankAccount(ctx, { name: 'Euro', iban: 'DE89370400440532013000', currency: 'EUR' });
  const accounts = await bankAccounts(ctx);
  expect(accountsFor(accounts, 'EUR').map(({ iban }) => iban)).toEqual(['DE89370400440532013000']);
  expect(accountsFor(accounts, 'USD').map(({ iban }) => iban)).toEqual(['GB33BUKB20201555555555']);
  expect(accountsFor([], 'EUR')).toEqual([]);
});

it('shows a sample with what is being typed, and keeps nothing of it', async () => {
  const { ctx, ctxAs } = await testTenant();
  const values = {
    legalName: 'Typed & Sons',
    color: '#12',
    cashRoundingMinor: '5',
    texts: { en: { invoice: { ...own, footer: '<b>{company}</b>' } } },
  };
  const { html, css, title } = await previewDocument(ctxAs('viewer'), {
    kind: 'invoice',
    language: 'en',
    values,
  });
  expect(html).toContain('Typed &amp; Sons');
  expect(html).toContain('Hello Hawthorn &amp; Sons Ltd');
  expect(html).toContain('&lt;b&gt;Typed');
  expect(css).not.toContain('#12;');
  expect(title).toMatch(/^Invoice INV-\d{4}-00418$/);
  for (const kind of ['deposit', 'credit_note', 'offer', 'reminder', 'statement'] as const)
    for (const language of ['en', 'ru', 'uz'] as const)
      expect((await previewDocument(ctx, { kind, language })).html).toContain('Company t-');
  expect((await companyProfile(ctx)).version).toBe(1);
  await expect(previewDocument(ctx, { kind: 'note', language: 'en' } as never)).rejects.toMatchObject({
    code: 'invalid',
  });
});
