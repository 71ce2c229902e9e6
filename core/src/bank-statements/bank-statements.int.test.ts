import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { newId } from '../platform/ids';
import { withTx } from '../platform/tx';
import { actionsOf, rolledBack, testTenant, type TestTenant } from '../testing';
import {
  getBankStatement,
  getBankTransaction,
  ignoreBankTransaction,
  importBankFile,
  listBankStatements,
  listBankTransactions,
  previewBankFile,
  reopenBankTransaction,
} from './index';

const file = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
const upload = (fileName: string, bytes: Buffer = file(fileName)) => ({
  fileName,
  content: bytes.toString('base64'),
});
const statement = (...lines: string[]) =>
  upload(
    'bank.sta',
    Buffer.from(
      [
        ':20:A',
        ':25:DE89370400440532013000',
        ':28C:1',
        ':60F:C261101EUR0,00',
        ...lines,
        ':62F:C261130EUR0,00',
        '-',
      ].join('\n'),
    ),
  );

let company: TestTenant;
let ctx: Ctx;
beforeAll(async () => {
  company = await testTenant();
  ctx = company.ctx;
});

const accountOf = (tenant: TestTenant, iban: string, currency = 'EUR') =>
  withTx(tenant.ctx, async ({ tx }) => {
    const id = newId();
    await tx.execute(sql`
      insert into bank_accounts (id, tenant_id, name, holder, iban, currency)
      values (${id}::uuid, ${tenant.tenantId}::uuid, 'Main', 'We', ${iban}, ${currency})`);
    return id;
  });
const countOf = async (ctx: Ctx) => (await listBankTransactions(ctx, { limit: 200 })).rows.length;

describe('importBankFile', () => {
  it('keeps statements and movements, and finds the account of the company', async () => {
    const account = await accountOf(company, 'DE89 3704 0044 0532 0130 00');
    const preview = await previewBankFile(ctx, upload('camt-053-02.xml'));
    expect(preview).toMatchObject({
      table: null,
      alreadyImported: false,
      statements: [{ newCount: 4, id: null }],
    });
    expect(await countOf(ctx)).toBe(0);

    const done = await importBankFile(ctx, upload('camt-053-02.xml'));
    expect(done).toMatchObject({
      alreadyImported: false,
      newCount: 4,
      statements: [
        { account: 'DE89370400440532013000', bankAccountId: account, incomplete: false, format: 'camt.053' },
      ],
    });
    const { rows } = await listBankTransactions(ctx, { direction: 'in', state: 'open' });
    expect(rows.map((row) => row.amount.amount).sort()).toEqual(['10050', '11900', '25000']);
    expect(await getBankTransaction(ctx, rows[0]?.id ?? '')).toEqual(rows[0]);
    expect(await getBankStatement(ctx, done.statements[0]?.id ?? '')).toMatchObject({ newCount: 4 });
    expect(await actionsOf(ctx)).toContain('bank-statement.import');
  });

  it('changes nothing when the same file comes again, compressed or under another name', async () => {
    const before = await countOf(ctx);
    const again = await importBankFile(ctx, upload('again.xml', gzipSync(file('camt-053-02.xml'))));
    expect(again).toMatchObject({ alreadyImported: true, newCount: 0 });
    expect(await countOf(ctx)).toBe(before);
    expect((await listBankStatements(ctx)).rows).toHaveLength(1);
  });

  it('imports nothing twice out of overlapping files, and loses none of two equal movements', async () => {
    const other = await testTenant();
    const fee = [':61:2611141114D3,50NMSCNONREF', ':86:Fee'];
    const own = [':61:2611151115C10,00NTRFNONREF//B-77', ':86:INV 1'];
    expect(await importBankFile(other.ctx, statement(...fee, ...own))).toMatchObject({ newCount: 2 });
    const more = [':61:2611151115C10,00NTRFNONREF//B-77', ':86:the same, told in other words'];
    expect(await importBankFile(other.ctx, statement(...fee, ...fee, ...more))).toMatchObject({
      newCount: 1,
    });
    expect(await countOf(other.ctx)).toBe(3);
  });

  it('keeps each movement once when two people import overlapping files at once', async () => {
    const other = await testTenant();
    const lines = [':61:2611151115C10,00NTRFNONREF//B-1', ':86:one'];
    const both = await Promise.all([
      importBankFile(other.ctx, statement(...lines)),
      importBankFile(other.ctx, statement(...lines, ':61:2611151115C11,00NTRFNONREF//B-2', ':86:two')),
      importBankFile(other.ctx, statement(...lines)),
    ]);
    expect(await countOf(other.ctx)).toBe(2);
    expect(both.reduce((sum, each) => sum + each.newCount, 0)).toBe(2);
  });

  it('keeps nothing of a file that is wrong somewhere', async () => {
    const other = await testTenant();
    const wrong = statement(':61:2611151115C10,00NTRFNONREF', ':86:good', ':61:broken');
    await expect(importBankFile(other.ctx, wrong)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'bank-file-damaged',
      faults: [{ path: 'content' }],
    });
    for (const [name, content, reason] of [
      ['a.pdf', '%PDF-1.4 …', 'bank-file-unknown'],
      ['a.xml', '<html/>', 'bank-file-unknown'],
      ['a.sta', ' ', 'bank-file-empty'],
    ] as const) {
      await expect(importBankFile(other.ctx, upload(name, Buffer.from(content)))).rejects.toMatchObject({
        reason,
      });
    }
    await expect(importBankFile(other.ctx, { fileName: 'a', content: '%%%' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await countOf(other.ctx)).toBe(0);
    expect((await listBankStatements(other.ctx)).rows).toEqual([]);
  });

  it('says when movements are missing between the balances', async () => {
    const other = await testTenant();
    const done = await importBankFile(other.ctx, statement(':61:2611151115C10,00NTRFNONREF', ':86:x'));
    expect(done.statements[0]?.incomplete).toBe(true);
  });

  it('asks once what the columns of a table mean', async () => {
    const other = await testTenant();
    const account = await accountOf(other, 'GB33BUKB20201555555555', 'GBP');
    const preview = await previewBankFile(other.ctx, upload('table-english.csv'));
    expect(preview.table).toMatchObject({
      remembered: false,
      bankAccountId: account,
      mapping: { credit: 2, debit: 3 },
    });
    expect(preview.transactions[0]).toMatchObject({ amount: { amount: '125000', currency: 'GBP' } });
    await expect(importBankFile(other.ctx, upload('table-english.csv'))).rejects.toMatchObject({
      reason: 'bank-mapping-needed',
    });
    const mapping = preview.table?.mapping ?? undefined;
    expect(await importBankFile(other.ctx, { ...upload('table-english.csv'), mapping })).toMatchObject({
      newCount: 3,
    });

    const next = file('table-english.csv')
      .toString()
      .replace('13/11', '20/11')
      .replace('DESCRIPTION', 'description');
    const later = upload('december.csv', Buffer.from(next));
    expect((await previewBankFile(other.ctx, later)).table).toMatchObject({ remembered: true });
    expect(await importBankFile(other.ctx, later)).toMatchObject({ newCount: 1 });
  });

  it('refuses columns that the table does not have, and accounts of nobody', async () => {
    const mapping = { day: 0, amount: 9, remittance: [], dateFormat: 'dmy' as const, decimal: null };
    await expect(importBankFile(ctx, { ...upload('table-english.csv'), mapping })).rejects.toMatchObject({
      faults: [{ path: 'mapping.amount', code: 'not-in-file' }],
    });
    await expect(
      importBankFile(ctx, { ...upload('table-english.csv'), bankAccountId: newId() }),
    ).rejects.toMatchObject({
      faults: [{ path: 'bankAccountId' }],
    });
  });

  it('leaves nothing when the transaction fails', async () => {
    const other = await testTenant();
    await rolledBack(other.ctx, (ctx) => importBankFile(ctx, upload('mt940.sta')));
    expect(await countOf(other.ctx)).toBe(0);
  });
});

describe('movements', () => {
  it('are put aside and brought back', async () => {
    const [row] = (await listBankTransactions(ctx, { direction: 'out' })).rows;
    const id = row?.id ?? '';
    expect(await ignoreBankTransaction(ctx, id, 1)).toMatchObject({ state: 'ignored', version: 2 });
    expect(await ignoreBankTransaction(ctx, id)).toMatchObject({ state: 'ignored', version: 2 });
    await expect(reopenBankTransaction(ctx, id, 1)).rejects.toMatchObject({ code: 'stale' });
    expect(await reopenBankTransaction(ctx, id, 2)).toMatchObject({ state: 'open' });
  });

  it('are paged and searched', async () => {
    const first = await listBankTransactions(ctx, { limit: 3 });
    const second = await listBankTransactions(ctx, { limit: 3, cursor: first.nextCursor ?? '' });
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([3, 1, null]);
    expect((await listBankTransactions(ctx, { q: 'zürn inv-2026' })).rows).toHaveLength(1);
    expect((await listBankTransactions(ctx, { from: '2026-12-01' })).rows).toHaveLength(0);
  });

  it('say what the bank said for good', async () => {
    const change = (text: string) =>
      withTx(ctx, ({ tx }) => tx.execute(sql`update bank_transactions set remittance = ${text}`));
    await expect(change('other')).rejects.toThrow(/cannot be changed/);
    const remove = withTx(ctx, ({ tx }) => tx.execute(sql`delete from bank_statements`));
    await expect(remove).rejects.toThrow(/cannot be changed/);
  });
});
