import { describe, expect, it } from 'vitest';
import { searchTextOf } from './internal';
import { CreateCustomerInput, ListCustomersInput, UpdateCustomerInput } from './schemas';

const parsed = (input: object) => CreateCustomerInput.parse({ name: 'Zürn', ...input });
const refused = (input: object) => !CreateCustomerInput.safeParse({ name: 'Zürn', ...input }).success;

describe('CreateCustomerInput', () => {
  it('fills in what is not given', () => {
    expect(parsed({})).toEqual({
      kind: 'company',
      name: 'Zürn',
      externalNumber: null,
      taxId: null,
      emails: [],
      phones: [],
      billingAddress: null,
      deliveryAddresses: [],
      currency: null,
      paymentTermsDays: null,
      language: null,
      tags: [],
      notes: '',
    });
  });

  it('cleans what people type', () => {
    const customer = parsed({
      name: '  Bäckerei\tZürn ',
      externalNumber: ' ',
      emails: [' Einkauf@Zuern.Example', 'einkauf@zuern.example', 'иван@почта.рф'],
      phones: [' +44 (0)20 7946-0000 '],
      billingAddress: { city: ' Hamburg ', country: 'de' },
      deliveryAddresses: [{ line1: '' }, { country: 'UZ' }],
      tags: ['VIP', 'vip'],
      notes: ' a\r\nb ',
    });
    expect(parsed(parsed({ name: customer.name }))).toEqual(parsed({ name: customer.name }));
    expect(customer).toMatchObject({
      name: 'Bäckerei Zürn',
      externalNumber: null,
      emails: ['einkauf@zuern.example', 'иван@почта.рф'],
      phones: ['+44 (0)20 7946-0000'],
      billingAddress: {
        line1: null,
        line2: null,
        city: 'Hamburg',
        region: null,
        postalCode: null,
        country: 'DE',
      },
      deliveryAddresses: [{ country: 'UZ', city: null }],
      tags: ['vip'],
      notes: 'a\nb',
    });
  });

  it('keeps no address without a single part', () => {
    expect(parsed({ billingAddress: { line1: ' ', city: null } }).billingAddress).toBeNull();
  });

  it.each([
    { name: '' },
    { name: 'x'.repeat(201) },
    { name: null },
    { name: 'a\u0000b' },
    { kind: 'robot' },
    { externalNumber: 'x'.repeat(81) },
    { taxId: 'x'.repeat(41) },
    { emails: ['no address'] },
    { emails: ['a@b@c'] },
    { emails: ['a@b>, <c@d'] },
    { emails: Array.from({ length: 21 }, (_, n) => `a${n}@b.example`) },
    { phones: ['12'] },
    { phones: ['<script>123</script>'] },
    { phones: Array.from({ length: 21 }, (_, n) => `12345${n}`) },
    { billingAddress: { country: 'XX' } },
    { billingAddress: { street: 'unknown part' } },
    { billingAddress: { line1: 'x'.repeat(201) } },
    { deliveryAddresses: Array.from({ length: 21 }, () => ({ country: 'GB' })) },
    { currency: 'XXX' },
    { currency: 'gbp' },
    { paymentTermsDays: -1 },
    { paymentTermsDays: 366 },
    { paymentTermsDays: 1.5 },
    { language: 'english' },
    { tags: Array.from({ length: 31 }, (_, n) => `tag ${n}`) },
    { notes: 'x'.repeat(5_001) },
    { id: 'chosen by the caller' },
    { tenantId: '01890a5d-ac96-774b-bcce-b302099a8057' },
  ])('refuses %j', (input) => {
    expect(refused(input)).toBe(true);
  });
});

describe('UpdateCustomerInput', () => {
  it('leaves alone what is not given and clears with null', () => {
    expect(UpdateCustomerInput.parse({})).toEqual({});
    expect(UpdateCustomerInput.parse({ taxId: null, emails: [] })).toEqual({ taxId: null, emails: [] });
  });

  it('refuses a version, an unknown field and an empty name', () => {
    expect(UpdateCustomerInput.safeParse({ version: 2 }).success).toBe(false);
    expect(UpdateCustomerInput.safeParse({ nmae: 'x' }).success).toBe(false);
    expect(UpdateCustomerInput.safeParse({ name: ' ' }).success).toBe(false);
  });
});

describe('ListCustomersInput', () => {
  it('reads the texts of a URL', () => {
    expect(ListCustomersInput.parse({ limit: '200', tag: 'VIP', country: 'gb' })).toEqual({
      limit: 200,
      tag: 'vip',
      country: 'GB',
      archived: 'false',
      sort: 'name',
    });
  });

  it.each([
    { limit: '0' },
    { limit: '201' },
    { limit: 'x' },
    { sort: 'notes' },
    { archived: 'maybe' },
    { offset: '10' },
    { country: 'England' },
  ])('refuses %j', (input) => {
    expect(ListCustomersInput.safeParse(input).success).toBe(false);
  });
});

describe('searchTextOf', () => {
  it('begins with the name and holds everything that a customer is found by', () => {
    const text = searchTextOf(
      parsed({
        externalNumber: '17850',
        taxId: 'GB 123 4567',
        emails: ['shop@zuern.example'],
        phones: ['+44 20 7946'],
        billingAddress: { city: 'Köln' },
        deliveryAddresses: [{ city: 'Тошкент' }],
      }),
    );
    expect(text.split('\n')).toEqual([
      'zurn',
      '17850',
      'gb 123 4567',
      'gb1234567',
      'shop@zuern.example',
      '44207946',
      'koln',
      'тошкент',
    ]);
  });
});
