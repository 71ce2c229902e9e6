import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFaults } from './account-rules';
import { CreateBankAccountInput, ibanInGroups } from './schemas';

const faultsOf = (input: object) => {
  const data = CreateBankAccountInput.parse({ name: 'Main', currency: 'EUR', ...input });
  return accountFaults(data).map(({ path, code }) => `${path}: ${code}`);
};

describe('numbers of an account', () => {
  it.each([
    { iban: 'gb33 bukb 2020 1555 5555 55' },
    { iban: 'DE89-3704-0044-0532-0130-00', bic: 'cobadeff' },
    { iban: 'NO9386011117947', bic: 'DNBANOKKXXX' },
    { accountNumber: '20208000900123456001', bankCode: '00444' },
    { accountNumber: '1234 5678', bankCode: '12-34-56' },
  ])('takes %j', (input) => {
    expect(faultsOf(input)).toEqual([]);
  });

  it.each([
    [{}, ['iban: iban-or-number']],
    [{ bankCode: '00444' }, ['iban: iban-or-number']],
    [{ iban: 'GB33BUKB20201555555556' }, ['iban: iban']],
    [{ iban: 'DE8937040044053201300' }, ['iban: iban']],
    [{ iban: 'ZZ8937040044053201300' }, ['iban: iban']],
    [{ iban: 'DE89370400440532013000', bic: 'COBA' }, ['bic: bic']],
  ])('says what is wrong with %j', (input, faults) => {
    expect(faultsOf(input)).toEqual(faults);
  });

  it('notices every two digits that changed places', () => {
    const iban = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), (at) => {
        const swapped = [...iban];
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
        const text = swapped.join('');
        expect(faultsOf({ iban: text })).toEqual(text === iban ? [] : ['iban: iban']);
      }),
    );
  });
});

it('shows IBANs in groups of four', () => {
  expect(ibanInGroups('GB33BUKB20201555555555')).toBe('GB33 BUKB 2020 1555 5555 55');
  expect(ibanInGroups('DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
  expect(ibanInGroups('AT611904300234573201')).toBe('AT61 1904 3002 3457 3201');
});
