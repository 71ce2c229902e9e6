import pg from 'pg';
import { createApiKey } from '../../api-keys';
import { importBankFile, listBankTransactions } from '../../bank-statements';
import { createBankAccount } from '../../company';
import { createCustomer } from '../../customers';
import { markPrinted, sampleSnapshot, writeDocument } from '../../documents';
import { createExport } from '../../exports';
import { completeUpload, requestUpload } from '../../files';
import { createImportFrom } from '../../imports';
import { createInvoice, issueInvoice } from '../../invoices';
import { inviteMember } from '../../members';
import { createOffer, sendOffer } from '../../offers';
import { createOrder } from '../../orders';
import { getPayment, recordPayment } from '../../payments';
import { issued } from '../../payments/testing/issued';
import { config } from '../../platform/config';
import { objects } from '../../platform/objects';
import { withTx } from '../../platform/tx';
import { createProduct } from '../../products';
import { createRecurringInvoice } from '../../recurring-invoices';
import { createReminderLevel } from '../../reminders';
import { createDocumentLink } from '../../sharing';
import { databaseUrl, testSettings } from '../databases';
import { testMember } from '../member';
import { testTenant, type TestTenant } from '../tenant';

/** A company that has one of everything, by the ids that others could try. */
export interface World {
  tenant: TestTenant;
  customer: string;
  product: string;
  tax: string;
  account: string;
  draft: string;
  invoiceDraft: string;
  invoice: string;
  order: string;
  delivered: string;
  offerDraft: string;
  offer: string;
  paper: string;
  link: string;
  document: string;
  printed: string;
  file: string;
  export: string;
  import: string;
  member: string;
  invitation: string;
  key: string;
  bankStatement: string;
  movement: string;
  issued: string;
  creditNote: string;
  payment: string;
  allocation: string;
  series: string;
  level: string;
}

const item = { title: 'Lantern', quantity: '2', unitPrice: '3.39' };

async function ordersOf({ ctx }: TestTenant, customerId: string) {
  const placed = { status: 'placed' as const, customerId, items: [item] };
  return {
    draft: (await createOrder(ctx, { items: [item] })).id,
    order: (await createOrder(ctx, placed)).id,
    delivered: (await createOrder(ctx, placed)).id,
  };
}

async function offersOf({ ctx }: TestTenant, customerId: string) {
  const draft = () => createOffer(ctx, { customerId, items: [item] });
  const sent = await sendOffer(ctx, (await draft()).id);
  const paper = sent.documentId ?? '';
  const link = (await createDocumentLink(ctx, paper)).id;
  return { offerDraft: (await draft()).id, offer: sent.id, paper, link };
}
const seriesOf = (customerId: string) => ({
  name: 'Ours',
  customerId,
  rule: { frequency: 'yearly', on: { kind: 'last-day' }, start: '2999-01-01' } as const,
  template: { items: [item] },
});

/** A PNG of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const account = { name: 'Main', iban: 'GB33BUKB20201555555555', currency: 'GBP' };

const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };

async function invoicesOf({ ctx }: TestTenant, customerId: string) {
  const draft = () => createInvoice(ctx, { customerId, items: [item] });
  return {
    invoiceDraft: (await draft()).id,
    invoice: (await issueInvoice(ctx, (await draft()).id)).id,
  };
}

async function fileOf({ ctx, tenantId }: TestTenant, subjectId: string): Promise<string> {
  const text = Buffer.from('Delivered in full.');
  const announced = { subjectType: 'customer', subjectId, name: 'note.txt', bytes: text.length } as const;
  const { file } = await requestUpload(ctx, announced);
  await objects().put(`uploads/files/${tenantId}/${file.id}`, text, { contentType: 'text/plain' });
  return (await completeUpload(ctx, file.id)).id;
}

async function documentsOf({ ctx }: TestTenant) {
  const [document, printed] = await withTx(ctx, async (ctx) => [
    await writeDocument(ctx, 'INV-1', sampleSnapshot()),
    await writeDocument(ctx, 'INV-2', sampleSnapshot()),
  ]);
  await markPrinted(ctx, printed, { objectKey: 'documents/b.pdf', sha256: 'b', bytes: 1, pages: 1 });
  return { document, printed };
}

/** A statement of a bank with one movement. */
export const mt940 = (name: string): string =>
  [
    ':20:A',
    ':25:1',
    ':28C:1',
    ':60F:C261101GBP0,',
    ':61:261110C5,NTRFNONREF',
    `:86:${name}`,
    ':62F:C261110GBP5,',
    '-',
  ].join('\n');

async function paymentsOf({ ctx }: TestTenant, customerId: string) {
  const content = Buffer.from(mt940('Ours')).toString('base64');
  const { statements } = await importBankFile(ctx, { fileName: 'a.sta', content });
  const invoice = await issued(ctx, { customerId, amount: 1_000n, number: 'INV-T-1' });
  const allocations = [{ invoiceId: invoice, amount: '100' }];
  const payment = (await recordPayment(ctx, { currency: 'GBP', amount: '500', allocations })).id;
  return {
    bankStatement: statements[0]?.id ?? '',
    movement: (await listBankTransactions(ctx)).rows[0]?.id ?? '',
    issued: invoice,
    creditNote: await issued(ctx, { customerId, amount: 100n, number: 'CN-T-1', kind: 'credit_note' }),
    payment,
    allocation: (await getPayment(ctx, payment)).allocations[0]?.id ?? '',
  };
}

export async function createWorld(): Promise<World> {
  const tenant = await testTenant();
  const { ctx, tenantId } = tenant;
  const customer = (await createCustomer(ctx, { name: 'Ours', externalNumber: 'C-1', billingAddress })).id;
  const body = Buffer.from('order,date,item,quantity,price\n1,2026-01-31,Tea,2,3.50\n');
  const imported = { fileName: 'orders.csv', bytes: body.length, body };
  return {
    tenant,
    customer,
    product: (await createProduct(ctx, { sku: 'P-1', name: 'Ours', unitPrice: '1' })).id,
    tax: tenant.taxes.zero,
    account: (await createBankAccount(ctx, account)).id,
    ...(await ordersOf(tenant, customer)),
    ...(await invoicesOf(tenant, customer)),
    ...(await offersOf(tenant, customer)),
    ...(await documentsOf(tenant)),
    ...(await paymentsOf(tenant, customer)),
    file: await fileOf(tenant, customer),
    export: (await createExport(ctx, { resource: 'orders', format: 'csv', filters: {} })).id,
    import: (await createImportFrom(ctx, imported, { inProcess: true })).id,
    member: (await testMember(tenantId, 'viewer')).userId,
    invitation: (await inviteMember(ctx, { email: 'new@example.test', role: 'viewer' })).id,
    series: (await createRecurringInvoice(ctx, seriesOf(customer))).id,
    level: (await createReminderLevel(ctx, { name: 'Ours', days: 7 })).id,
    key: (await createApiKey(ctx, { name: 'Ours', scopes: ['orders:read'] })).id,
  };
}

/** Reads past every policy: one checksum a table of all that belongs to a company. */
export async function contentOf(tenantId: string): Promise<Record<string, string>> {
  const database = new URL(config().DATABASE_URL).pathname.slice(1);
  const admin = new pg.Client({ connectionString: databaseUrl(testSettings().adminUrl, database) });
  await admin.connect();
  const { rows: tables } = await admin.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await admin.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
       from ${pg.escapeIdentifier(name)} t where tenant_id = $1`,
      [tenantId],
    );
    sums[name] = rows[0]?.sum ?? '';
  }
  await admin.end();
  return sums;
}
