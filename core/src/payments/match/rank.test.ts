import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenDocument } from '../open-documents';
import { nameWords, sameName } from './names';
import { countsIn, forMentions, isReferenceOf, mention } from './numbers';
import { rankMatches, rankRefunds, type Movement } from './rank';
import { addingUp } from './subset';

const document = (
  id: string,
  number: string,
  openMinor: bigint,
  more: Partial<OpenDocument> = {},
): OpenDocument => ({
  id,
  number,
  openMinor,
  payableMinor: openMinor,
  kind: 'invoice',
  state: 'issued',
  customerId: 'acme',
  customerName: 'Acme Ltd',
  currency: 'EUR',
  issueDate: '2026-10-01',
  dueDate: `2026-10-${id.padStart(2, '0').slice(-2)}`,
  orderReference: null,
  exchangeRate: null,
  exchangeRateDate: null,
  exchangeRateSource: null,
  taxCurrency: null,
  ...more,
});

const movement = (amountMinor: bigint, remittance: string, more: Partial<Movement> = {}): Movement => ({
  amountMinor,
  currency: 'EUR',
  counterpartyName: '',
  counterpartyAccount: null,
  remittance,
  creditorReference: null,
  endToEndId: null,
  ...more,
});

const nobody = new Set<string>();
const acme = new Set(['acme']);
const rank = (each: Movement, documents: OpenDocument[], seen: ReadonlySet<string> = nobody) =>
  rankMatches(each, { documents, seen });
const first = (...args: Parameters<typeof rank>) => rank(...args)[0];
const parts = (found: ReturnType<typeof first>) =>
  found?.allocations.map((each) => [each.document.id, each.amountMinor]);

describe('mention', () => {
  it.each([
    ['Rechnung INV-2026-00042', 3],
    ['rechnung inv 2026 00042 danke', 3],
    ['INV202600042', 3],
    ['inv/2026/42', 3],
    ['INV-2026-000 42', 3],
    ['Zahlung 2026-00042', 2],
    ['2026/42', 2],
    ['invoice no 42', 1],
    ['42', 1],
    ['00042', 1],
    ['INV-2026-00421', 0],
    ['INV-2026-10042', 0],
    ['INV-2025-00043', 0],
    ['thank you', 0],
    ['', 0],
  ])('%s', (text, wanted) => {
    expect(mention(forMentions(text), 'INV-2026-00042')).toBe(wanted);
  });

  it('takes a short number of digits alone for no proof', () => {
    expect(mention('PAYMENT 42', '42')).toBe(1);
    expect(mention('PAYMENT 202600042', '202600042')).toBe(3);
    expect(mention('СЧЁТ-7'.normalize('NFKD').replace(/\p{M}/gu, ''), 'Счёт-7')).toBe(3);
  });

  it('never stumbles over what people write', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (text, number) => {
          expect([0, 1, 2, 3]).toContain(mention(forMentions(text), number));
          countsIn(text);
        },
      ),
    );
  });

  it('finds every number in a text that holds it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2039 }),
        fc.integer({ min: 1, max: 99_999 }),
        (year, count) => {
          const number = `INV-${year}-${String(count).padStart(5, '0')}`;
          expect(mention(forMentions(`Your invoice ${number}, thanks`), number)).toBe(3);
          expect(countsIn(number)).toContain(String(count));
          expect(countsIn(number.replaceAll('-', ''))).toContain(String(count));
        },
      ),
    );
  });
});

describe('isReferenceOf', () => {
  it.each([
    ['RF18INV202600042', 'INV-2026-00042', true],
    ['RF18 INV2 0260 0042', 'INV-2026-00042', true],
    ['INV-2026-00042', 'INV-2026-00042', true],
    ['RF18INV202600043', 'INV-2026-00042', false],
    ['RF18', '', false],
  ])('%s of %s', (reference, number, wanted) => {
    expect(isReferenceOf(reference, number)).toBe(wanted);
  });
});

describe('sameName', () => {
  it.each([
    ['ACME LTD', 'Acme Ltd.', true],
    ['Bäckerei Zürn GmbH', 'BACKEREI ZURN', true],
    ['Petrova Anna', 'Anna Petrova', true],
    ['Northern Lights Trading Compan', 'Northern Lights Trading Company Ltd', true],
    ['ООО «Ромашка»', 'Ромашка', true],
    ['Anna', 'Anna Petrova', false],
    ['Smith', 'Jones', false],
    ['Ltd', 'Acme', false],
    ['', '', false],
  ])('%s and %s: %s', (one, other, wanted) => {
    expect(sameName(one, other)).toBe(wanted);
    expect(sameName(other, one)).toBe(wanted);
  });

  it('keeps the words that tell', () => {
    expect(nameWords('The Tea & Coffee Co. Ltd')).toEqual(['tea', 'coffee']);
  });
});

describe('addingUp', () => {
  it('finds what adds up, and only that', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 500n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.nat(4095), (items, mask) => {
        const chosen = items.filter((_, index) => mask & (1 << index)).slice(0, 5);
        fc.pre(chosen.length > 0);
        const target = chosen.reduce((sum, each) => sum + each, 0n);
        const found = addingUp(items, (each) => each, target);
        expect(found.length).toBeGreaterThan(0);
        for (const each of found) expect(each.reduce((sum, item) => sum + item, 0n)).toBe(target);
      }),
    );
  });
});

describe('rankMatches', () => {
  const a = document('1', 'INV-2026-00041', 10_000n);
  const b = document('2', 'INV-2026-00042', 25_000n);
  const c = document('3', 'INV-2026-00043', 7_500n, {
    customerId: 'zuern',
    customerName: 'Bäckerei Zürn GmbH',
  });
  const credit = document('9', 'CN-2026-00005', 2_500n, { kind: 'credit_note' });
  const all = [a, b, c];

  it('is sure of a named document and exactly its amount', () => {
    const found = first(movement(25_000n, 'inv 2026 42'), all);
    expect(found).toMatchObject({ confidence: 'sure', customerId: 'acme', restMinor: 0n });
    expect(found?.reasons).toEqual(['number', 'amount']);
    expect(parts(found)).toEqual([['2', 25_000n]]);
  });

  it('is sure of a structured reference', () => {
    const found = first(movement(10_000n, '', { creditorReference: 'RF18INV202600041' }), all);
    expect(found).toMatchObject({ confidence: 'sure', reasons: ['creditor-reference', 'amount'] });
  });

  it('is sure of several named documents that add up', () => {
    const found = first(movement(35_000n, 'INV-2026-00041 + INV-2026-00042'), all);
    expect(found).toMatchObject({ confidence: 'sure', reasons: ['number', 'amount-sum'] });
    expect(parts(found)).toEqual([
      ['1', 10_000n],
      ['2', 25_000n],
    ]);
  });

  it('is not sure when the money comes from somebody else than before', () => {
    expect(first(movement(25_000n, 'INV-2026-00042'), all, new Set(['zuern']))?.confidence).toBe('likely');
    expect(first(movement(25_000n, 'INV-2026-00042'), all, acme)?.confidence).toBe('sure');
  });

  it('proposes a part payment, and what is too much as credit', () => {
    const part = first(movement(9_000n, 'INV-2026-00041'), all);
    expect(part).toMatchObject({ confidence: 'likely', restMinor: 0n });
    expect(part?.reasons).toContain('part-payment');
    expect(parts(part)).toEqual([['1', 9_000n]]);
    const over = first(movement(12_000n, 'INV-2026-00041'), all);
    expect(over).toMatchObject({ confidence: 'likely', restMinor: 2_000n });
    expect(over?.reasons).toContain('over-payment');
  });

  it('takes off a credit note of the same customer', () => {
    const found = first(movement(22_500n, 'INV-2026-00042 less CN-2026-00005'), [...all, credit]);
    expect(found).toMatchObject({ confidence: 'sure' });
    expect(found?.reasons).toContain('credit-note');
    expect(parts(found)).toEqual([['2', 22_500n]]);
    expect(found?.credits).toMatchObject([{ document: { id: '9' }, invoiceId: '2', amountMinor: 2_500n }]);
    expect(first(movement(22_500n, 'INV-2026-00042'), [...all, credit])?.confidence).toBe('likely');
  });

  it('knows a customer by the name, and several documents by their sum', () => {
    const found = first(movement(35_000n, 'thanks', { counterpartyName: 'ACME LTD' }), all);
    expect(found).toMatchObject({ confidence: 'likely', reasons: ['name', 'amount-sum'] });
    expect(parts(found)).toEqual([
      ['1', 10_000n],
      ['2', 25_000n],
    ]);
  });

  it('knows a customer by the account, and takes the oldest first where nothing adds up', () => {
    const found = first(movement(12_000n, 'on account'), all, acme);
    expect(found).toMatchObject({ confidence: 'possible' });
    expect(found?.reasons).toContain('account-seen');
    expect(parts(found)).toEqual([
      ['1', 10_000n],
      ['2', 2_000n],
    ]);
  });

  it('is sure of a known customer, a bare count and the amount', () => {
    expect(first(movement(25_000n, 'invoice 42'), all, acme)?.confidence).toBe('sure');
    expect(first(movement(25_000n, 'invoice 42'), all)?.confidence).toBe('likely');
  });

  it('finds the amount alone only possible, each of several', () => {
    const twin = document('4', 'INV-2026-00050', 25_000n, { customerId: 'other', customerName: 'Other' });
    const found = rank(movement(25_000n, 'hello'), [...all, twin]);
    expect(found.map(({ confidence, reasons }) => [confidence, reasons])).toEqual([
      ['possible', ['amount']],
      ['possible', ['amount']],
    ]);
  });

  it('never proposes another currency, and nothing where nothing fits', () => {
    expect(rank(movement(25_000n, 'INV-2026-00042', { currency: 'USD' }), all)).toEqual([]);
    expect(rank(movement(99n, 'salary'), all)).toEqual([]);
  });

  it('never spends more than came, nor more than is open', () => {
    const documents = fc.array(fc.bigInt({ min: 1n, max: 300n }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        documents,
        fc.bigInt({ min: 1n, max: 900n }),
        fc.boolean(),
        fc.nat(7),
        (opens, amount, known, named) => {
          const open = opens.map((each, index) =>
            document(String(index + 1), `INV-2026-${String(index + 1).padStart(5, '0')}`, each, {
              kind: index % 4 === 3 ? 'credit_note' : 'invoice',
            }),
          );
          const proposals = rank(
            movement(amount, `INV-2026-${String(named + 1).padStart(5, '0')}`),
            open,
            known ? acme : nobody,
          );
          for (const each of proposals) {
            const spent = each.allocations.reduce((sum, part) => sum + part.amountMinor, 0n);
            expect(spent + each.restMinor).toBe(amount);
            for (const { id, openMinor } of open) {
              const used =
                each.allocations
                  .filter((part) => part.document.id === id)
                  .reduce((sum, part) => sum + part.amountMinor, 0n) +
                each.credits
                  .filter((part) => part.document.id === id || part.invoiceId === id)
                  .reduce((sum, part) => sum + part.amountMinor, 0n);
              expect(used <= openMinor).toBe(true);
            }
          }
        },
      ),
    );
  });
});

describe('rankRefunds', () => {
  const credit = document('9', 'CN-2026-00005', 2_500n, { kind: 'credit_note' });
  it('finds the credit note that was given back', () => {
    const [sure] = rankRefunds(movement(2_500n, 'CN-2026-00005'), { documents: [credit], seen: nobody });
    expect(sure).toMatchObject({ confidence: 'sure', allocations: [{ amountMinor: 2_500n }] });
    const [part] = rankRefunds(movement(1_000n, 'CN-2026-00005'), { documents: [credit], seen: nobody });
    expect(part?.confidence).toBe('likely');
    expect(rankRefunds(movement(2_600n, 'CN-2026-00005'), { documents: [credit], seen: nobody })).toEqual([]);
  });
});
