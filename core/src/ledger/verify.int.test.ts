import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustomer } from '../customers';
import { markPrinted } from '../documents';
import { createCreditNote, createInvoice, getInvoice, issueInvoice, voidInvoice } from '../invoices';
import { config } from '../platform/config';
import type { Ctx } from '../platform/context';
import { objects } from '../platform/objects';
import { testTenant } from '../testing';
import { databaseUrl, testSettings } from '../testing/databases';
import { verifyLedger } from './index';

let ctx: Ctx;
let ids: string[];
beforeEach(async () => {
  ({ ctx } = await testTenant());
  const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
  const { id: customerId } = await createCustomer(ctx, { name: 'Hawthorn', billingAddress });
  const items = [{ title: 'Lantern', quantity: '3', unitPrice: '9.99', discountPercent: '5' }];
  ids = [];
  for (let index = 0; index < 4; index += 1) {
    const { id } = await createInvoice(ctx, { customerId, items });
    ids.push((await issueInvoice(ctx, id)).id);
  }
  await issueInvoice(ctx, (await createCreditNote(ctx, { invoiceId: ids[0] ?? '' })).id);
  await voidInvoice(ctx, ids[1] ?? '', { reason: 'Typed twice' });
});

/** Somebody with all rights to the database, who switches the triggers off. */
async function tamper(statement: string): Promise<void> {
  const database = new URL(config().DATABASE_URL).pathname.slice(1);
  const admin = new pg.Client({ connectionString: databaseUrl(testSettings().adminUrl, database) });
  await admin.connect();
  await admin.query(`set session_replication_role to replica`);
  await admin.query(statement.replaceAll('$tenant', `tenant_id = '${ctx.tenantId}'`));
  await admin.end();
}

async function print(invoiceId: string): Promise<string> {
  const { documentId } = await getInvoice(ctx, invoiceId);
  const objectKey = `documents/${ctx.tenantId}/${documentId}.pdf`;
  const stored = await objects().put(objectKey, Buffer.from('%PDF-1.7 an invoice'), {
    contentType: 'application/pdf',
  });
  await markPrinted(ctx, documentId ?? '', {
    objectKey,
    sha256: stored.sha256,
    bytes: stored.bytes,
    pages: 1,
  });
  return objectKey;
}

describe('verifyLedger', () => {
  it('finds a company that was left alone to be right', async () => {
    await print(ids[2] ?? '');
    expect(await verifyLedger(ctx)).toEqual({ entries: 6, documents: 5, pdfs: 1, fault: null });
  });

  const third = `invoice_id = (select id from invoices where $tenant and number like 'INV%3')`;
  it.each([
    [
      'an amount in a document',
      `update documents set snapshot = jsonb_set(snapshot, '{totals,payableMinor}', '"1"') where $tenant and number like 'INV%3'`,
      'says was changed',
    ],
    [
      'a text in a document',
      `update documents set snapshot = jsonb_set(snapshot, '{buyer,name}', '"Someone"') where $tenant and number like 'INV%3'`,
      'says was changed',
    ],
    [
      'an amount of an invoice',
      `update invoices set total_minor = 1, payable_minor = 1 where $tenant and number like 'INV%3'`,
      'amounts of the invoice',
    ],
    [
      'a number',
      `update invoices set number = 'INV-9' where $tenant and number like 'INV%3'`,
      'number is another',
    ],
    [
      'a date',
      `update invoices set issue_date = issue_date - 1 where $tenant and number like 'INV%3'`,
      'date is another',
    ],
    ['a document', `delete from documents where $tenant and number like 'INV%3'`, 'document is gone'],
    ['an entry', `delete from ledger_entries where $tenant and ${third}`, 'is missing'],
    ['the last entry', `delete from ledger_entries where $tenant and event = 'void'`, 'cut off'],
    [
      'a hash',
      `update ledger_entries set content_hash = repeat('a', 64) where $tenant and ${third}`,
      'chain is broken',
    ],
    [
      'a state',
      `update invoices set state = 'issued' where $tenant and state = 'voided'`,
      'chain does not hold',
    ],
  ])('finds %s that was tampered with', async (_what, statement, message) => {
    await tamper(statement);
    const { fault } = await verifyLedger(ctx);
    expect(fault?.message).toContain(message);
  });

  it('finds a PDF that was changed, or is gone', async () => {
    const key = await print(ids[3] ?? '');
    await objects().put(key, Buffer.from('%PDF-1.7 another'), { contentType: 'application/pdf' });
    expect((await verifyLedger(ctx)).fault).toMatchObject({
      message: expect.stringContaining('stored PDF') as string,
    });
    expect((await verifyLedger(ctx, { pdfs: false })).fault).toBeNull();
    await objects().delete(key);
    expect((await verifyLedger(ctx)).fault).toMatchObject({
      message: expect.stringContaining('stored PDF') as string,
    });
  });

  it('knows nothing of other companies', async () => {
    const other = await testTenant();
    expect(await verifyLedger(other.ctx)).toEqual({ entries: 0, documents: 0, pdfs: 0, fault: null });
  });
});
