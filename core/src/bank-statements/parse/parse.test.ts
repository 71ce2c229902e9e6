import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable, inspectTable } from './csv';
import { guessMapping, headerSignature } from './csv-guess';
import { parseMessage, unpacked } from './open';
import { BankFileError, type ParsedFile } from './statement';

const file = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const messages = ['camt-053-02.xml', 'camt-053-04-two-accounts.xml', 'camt-053-08.xml', 'mt940.sta'];
const tables = ['table-german.csv', 'table-english.csv', 'table-russian.csv'];

const message = (bytes: Buffer): ParsedFile => {
  const parsed = parseMessage(unpacked(bytes));
  if (!parsed) throw new Error('seems to be a table');
  return parsed;
};
const table = async (bytes: Buffer, name: string) => {
  const inspection = await inspectTable(bytes, name);
  const mapping = guessMapping(inspection);
  if (!mapping) throw new Error('nothing guessed');
  const parsed = await parseTable(bytes, inspection, mapping, { account: '', currency: 'EUR' });
  return { mapping, transactions: parsed.statements[0]?.transactions ?? [] };
};

const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof BankFileError) return error.code;
    throw error;
  }
  return 'fine';
};

describe('camt.053', () => {
  it('reads version 2: entries, a batch, a reversal, and leaves out what is not booked', () => {
    const { format, statements } = message(file('camt-053-02.xml'));
    expect(format).toBe('camt.053');
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      account: 'DE89370400440532013000',
      reference: 'STMT-2026-214',
      currency: 'EUR',
      openingMinor: 100_000n,
      closingMinor: 142_950n,
      fromDay: '2026-11-03',
      toDay: '2026-11-03',
    });
    expect(statements[0]?.transactions).toMatchObject([
      {
        amountMinor: 11_900n,
        day: '2026-11-03',
        counterpartyName: 'Bäckerei Zürn & Söhne',
        counterpartyAccount: 'DE02120300000000202051',
        remittance: 'Rechnung INV-2026-00042 vielen Dank',
        endToEndId: null,
        bankReference: '2026110300001',
      },
      {
        amountMinor: 10_050n,
        valueDay: '2026-11-04',
        counterpartyName: 'Anna Petrova',
        counterpartyAccount: '408-17-810',
        creditorReference: 'RF18539007547034',
        endToEndId: 'E2E-A',
      },
      { amountMinor: 25_000n, counterpartyName: 'Kontor Nord', remittance: '43' },
      { amountMinor: -4_000n, reversal: true, counterpartyName: 'Kunde Ohne Deckung' },
    ]);
  });

  it('reads version 4: a prefix, several accounts, credits and debits in one batch, a batch without amounts', () => {
    const { statements } = message(file('camt-053-04-two-accounts.xml'));
    expect(statements.map(({ account }) => account)).toEqual(['GB33BUKB20201555555555', '10-22333']);
    expect(statements[0]).toMatchObject({
      openingMinor: -1_000n,
      closingMinor: 5_000n,
      fromDay: '2026-11-01',
      toDay: '2026-11-30',
      transactions: [
        { amountMinor: 7_000n, endToEndId: 'A' },
        { amountMinor: -1_000n, endToEndId: 'B' },
      ],
    });
    expect(statements[1]?.transactions).toMatchObject([
      { amountMinor: 1_200n, currency: 'JPY', remittance: 'no amount one no amount two' },
    ]);
  });

  it('reads version 8: names one level deeper, a status that is a code', () => {
    const { statements } = message(file('camt-053-08.xml'));
    expect(statements[0]?.transactions).toMatchObject([
      {
        amountMinor: 21_135n,
        counterpartyName: 'Alpenglow AG',
        creditorReference: '210000000003139471430009017',
        remittance: 'INV 2026 44',
        endToEndId: null,
        bankReference: 'T-900',
      },
    ]);
  });

  it('refuses a document type, entities, and what is another message', () => {
    const text = file('camt-053-02.xml').toString();
    const evil = text.replace('<Document', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document');
    expect(code(() => message(Buffer.from(evil)))).toBe('bank-file-damaged');
    expect(code(() => message(Buffer.from(text.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn'))))).toBe(
      'bank-file-other-message',
    );
    expect(code(() => message(Buffer.from('<html><body>Sign in</body></html>')))).toBe('bank-file-unknown');
    expect(code(() => message(Buffer.from(text.slice(0, 2_000))))).toBe('bank-file-damaged');
  });

  it.each([
    ['an amount with too many decimals', 'Ccy="EUR">119.00', 'Ccy="EUR">119.001'],
    ['an amount with its own sign', 'Ccy="EUR">119.00', 'Ccy="EUR">-119.00'],
    ['an unknown currency', 'Amt Ccy="EUR">119.00', 'Amt Ccy="EUX">119.00'],
    [
      'a date that is none',
      '<BookgDt><Dt>2026-11-03</Dt></BookgDt><ValDt><Dt>2026-11-03</Dt></ValDt>',
      '<BookgDt><Dt>2026-02-30</Dt></BookgDt>',
    ],
    ['neither credit nor debit', '119.00</Amt><CdtDbtInd>CRDT', '119.00</Amt><CdtDbtInd>X'],
  ])('refuses %s', (_name, from, to) => {
    const text = file('camt-053-02.xml').toString();
    expect(text).toContain(from);
    expect(code(() => message(Buffer.from(text.replace(from, to))))).toBe('bank-file-damaged');
  });

  it('reads Latin-1 where the file says so, and gzip', () => {
    const text = file('camt-053-08.xml')
      .toString()
      .replace('UTF-8', 'ISO-8859-1')
      .replace('Alpenglow', 'Älpli');
    const { statements } = message(gzipSync(Buffer.from(text, 'latin1')));
    expect(statements[0]?.transactions[0]?.counterpartyName).toBe('Älpli AG');
  });
});

describe('MT940', () => {
  it('reads blocks, marked, slashed and plain details, all four sides, commas and Windows-1252', () => {
    const { format, statements } = message(file('mt940.sta'));
    expect(format).toBe('mt940');
    expect(statements.map(({ account, currency }) => [account, currency])).toEqual([
      ['DE89370400440532013000', 'EUR'],
      ['10020030/1234567', 'USD'],
    ]);
    expect(statements[0]).toMatchObject({
      reference: '214/1',
      openingMinor: 100_000n,
      closingMinor: 107_050n,
    });
    expect(statements[0]?.transactions).toMatchObject([
      {
        day: '2026-11-03',
        amountMinor: 11_900n,
        counterpartyName: 'Bäckerei Zürn und Söhne',
        counterpartyAccount: 'DE02120300000000202051',
        remittance: 'Rechnung INV-2026-00042 vielen Dank',
        endToEndId: 'E2E-42',
        bankReference: '2026110300001',
      },
      {
        amountMinor: -1_550n,
        remittance: 'Entgelt für die Kontoführung Oktober 2026 laut Preisverzeichnis der Bank',
      },
      {
        // Booked on the first day of the next year.
        day: '2027-01-01',
        valueDay: '2026-12-31',
        amountMinor: -4_000n,
        reversal: true,
        counterpartyName: 'J. de Vries',
        counterpartyAccount: 'NL91ABNA0417164300',
        remittance: 'Factuur 2026-44',
        endToEndId: 'X-1',
      },
      { amountMinor: 700n, reversal: true, bankReference: 'B-4', remittance: '' },
    ]);
    expect(statements[1]).toMatchObject({ openingMinor: -500n, closingMinor: -500n, transactions: [] });
  });

  it.each([
    ['no opening balance', ':60F:C261102EUR1000,00', ':64:C261102EUR1000,00'],
    ['a balance that is none', ':60F:C261102EUR1000,00', ':60F:C261102EUR1000.00'],
    ['a movement that is none', ':61:2611031103C119,00', ':61:2611031103X119,00'],
    ['a date that is none', ':61:2611031103C119,00', ':61:2613031103C119,00'],
    ['no beginning', ':20:STARTUMS\r\n:25:DE', ':25:DE'],
  ])('refuses %s', (_name, from, to) => {
    const text = file('mt940.sta').toString('latin1');
    expect(text).toContain(from);
    expect(code(() => message(Buffer.from(text.replace(from, to), 'latin1')))).not.toBe('fine');
  });
});

describe('tables', () => {
  it('guesses a German file with a title above, and leaves out the sum below', async () => {
    const { mapping, transactions } = await table(file('table-german.csv'), 'umsaetze.csv');
    expect(mapping).toMatchObject({
      day: 0,
      valueDay: 1,
      name: 2,
      account: 3,
      remittance: [4],
      amount: 5,
      dateFormat: 'dmy',
      decimal: ',',
    });
    expect(transactions).toMatchObject([
      {
        day: '2026-11-04',
        amountMinor: 111_900n,
        counterpartyName: 'Bäckerei Zürn',
        counterpartyAccount: 'DE02120300000000202051',
      },
      { day: '2026-11-03', amountMinor: -85_000n, remittance: 'Miete November' },
    ]);
  });

  it('guesses two columns of money', async () => {
    const { mapping, transactions } = await table(file('table-english.csv'), 'statement.csv');
    expect(mapping).toMatchObject({ day: 0, credit: 2, debit: 3, currency: 5, remittance: [1] });
    expect(mapping.amount).toBeUndefined();
    expect(transactions.map(({ amountMinor, currency }) => [amountMinor, currency])).toEqual([
      [125_000n, 'GBP'],
      [-350n, 'GBP'],
      [-350n, 'GBP'],
    ]);
  });

  it('guesses an amount whose side stands beside it, in Cyrillic', async () => {
    const { mapping, transactions } = await table(file('table-russian.csv'), 'vypiska.csv');
    expect(mapping).toMatchObject({ day: 0, name: 1, remittance: [2], amount: 3, side: 4, currency: 5 });
    expect(transactions.map(({ amountMinor }) => amountMinor)).toEqual([150_000_000n, -30_000_000n]);
  });

  it('knows the same columns again, whatever their case', () => {
    expect(headerSignature(['Date', 'Amount (EUR)'])).toBe(headerSignature(['DATE ', 'amount eur']));
    expect(headerSignature(['Date', 'Amount'])).not.toBe(headerSignature(['Amount', 'Date']));
  });

  it('names the line that does not fit', async () => {
    const bytes = Buffer.from('date,amount\n2026-11-01,1.00\n2026-11-02,abc\n');
    const inspection = await inspectTable(bytes, 'a.csv');
    const mapping = { day: 0, amount: 1, remittance: [], dateFormat: 'ymd' as const, decimal: '.' as const };
    await expect(
      parseTable(bytes, inspection, mapping, { account: '', currency: 'EUR' }),
    ).rejects.toMatchObject({
      code: 'bank-file-damaged',
      detail: 'line 3: "abc" is no amount',
    });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 nothing'), 'bank-file-unknown'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'bank-file-unknown'],
    ['blanks', Buffer.from('  \n \n'), 'bank-file-empty'],
  ])('refuses %s', async (_name, bytes, wanted) => {
    await expect(inspectTable(bytes, 'a.csv')).rejects.toMatchObject({ code: wanted });
  });
});

describe('whatever comes', () => {
  it('unpacks no bomb and no stump', () => {
    expect(code(() => unpacked(gzipSync(Buffer.alloc(6 * 1024 * 1024))))).toBe('bank-file-too-large');
    expect(code(() => unpacked(gzipSync(Buffer.alloc(1_000, 65)).subarray(0, 15)))).toBe('bank-file-damaged');
    expect(code(() => unpacked(Buffer.alloc(0)))).toBe('bank-file-empty');
    expect(code(() => unpacked(Buffer.alloc(6 * 1024 * 1024, 65)))).toBe('bank-file-too-large');
  });

  const mutated = fc
    .record({
      name: fc.constantFrom(...messages),
      edits: fc.array(
        fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.uint8Array({ maxLength: 6 }) }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ name, edits }) =>
      edits.reduce((bytes, { at, remove, insert }) => {
        const start = at % bytes.length;
        return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
      }, file(name)),
    );

  it('either reads a damaged file or says what is wrong with it', () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        code(() => parseMessage(unpacked(bytes)));
      }),
      { numRuns: 500 },
    );
  });

  it('either reads a damaged table or says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tables),
        fc.nat(),
        fc.uint8Array({ maxLength: 8 }),
        async (name, at, insert) => {
          const bytes = file(name);
          const start = at % bytes.length;
          const broken = Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + 2)]);
          await table(broken, name).catch((error: unknown) => {
            if (!(error instanceof BankFileError) && (error as Error).message !== 'nothing guessed')
              throw error;
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads any amount that MT940 can write, to the last unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 99_999_999_999n }),
        fc.constantFrom('C', 'D', 'RC', 'RD'),
        (minor, side) => {
          const amount = `${minor / 100n},${(minor % 100n).toString().padStart(2, '0')}`;
          const text = `:20:X\n:25:1\n:28C:1\n:60F:C261101EUR0,00\n:61:261102${side}${amount}NTRFNONREF\n:62F:C261102EUR0,00\n-`;
          const [one] = message(Buffer.from(text)).statements[0]?.transactions ?? [];
          expect(one?.amountMinor).toBe(side === 'C' || side === 'RD' ? minor : -minor);
        },
      ),
    );
  });
});
