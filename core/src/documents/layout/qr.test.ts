import { expect, it } from 'vitest';
import { epcText, qrCode } from './qr';

const account = {
  holder: 'Meridian Geschenke GmbH',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
  bankName: null,
  accountNumber: null,
  bankCode: null,
  currency: 'EUR',
};
const transfer = { account, payableMinor: 12_345n, reference: 'INV-2026-00001' };

it('says what EPC069-12 wants to read', () => {
  expect(epcText(transfer)?.split('\n')).toEqual([
    'BCD',
    '002',
    '1',
    'SCT',
    'COBADEFFXXX',
    'Meridian Geschenke GmbH',
    'DE89370400440532013000',
    'EUR123.45',
    '',
    '',
    'INV-2026-00001',
  ]);
});

it('keeps names and references within their limits, on one line', () => {
  const lines = epcText({
    ...transfer,
    account: { ...account, holder: 'A'.repeat(100) },
    reference: 'a\nb '.repeat(100),
  })?.split('\n');
  expect(lines).toHaveLength(11);
  expect([lines?.[5]?.length, lines?.[10]?.length]).toEqual([70, 140]);
});

it.each([
  ['no IBAN', { ...transfer, account: { ...account, iban: null } }],
  ['another currency', { ...transfer, account: { ...account, currency: 'GBP' } }],
  ['nothing to pay', { ...transfer, payableMinor: 0n }],
  ['a credit', { ...transfer, payableMinor: -1n }],
  ['texts of too many bytes', { ...transfer, reference: '😀'.repeat(140) }],
  ['more than a transfer can hold', { ...transfer, payableMinor: 100_000_000_000n }],
])('gives none for %s', (_, given) => {
  expect(epcText(given)).toBeNull();
});

it('draws the code as one path', () => {
  expect(qrCode('BCD').text).toMatch(
    /^<svg class="qr" viewBox="0 0 (\d+) \1" aria-hidden="true"><path d="M0 0h7v1h-7z[^"<]*"\/><\/svg>$/,
  );
});
