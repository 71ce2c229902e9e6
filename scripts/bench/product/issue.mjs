// Issues drafts on one series, eight at a time, through the product's own verb; then looks for holes and doubles.
import { bareIssues } from '../bare/issue.mjs';

const CONNECTIONS = 8;
const ROUNDS = 4;

/** A company of its own, so that its series is counted from one. */
async function newCompany(core, slug) {
  const [{ createTenant }, { createUser }, { createCustomer }, { systemCtx }, { withTx }, { sql }] =
    await Promise.all(
      ['tenants', 'identity', 'customers', 'platform/context', 'platform/tx', 'platform/db'].map(core),
    );
  const owner = await createUser({ email: `owner@${slug}.test`, name: slug });
  const common = { currency: 'GBP', timeZone: 'Europe/London', country: 'GB' };
  const { id } = await createTenant({ ...common, slug, name: slug, ownerUserId: owner.id });
  const ctx = systemCtx(id, 'bench');
  await withTx(ctx, ({ tx }) => tx.execute(sql`update company_profiles set vat_id = 'GB123456789'`));
  const billingAddress = { line1: '2 Mill Lane', city: 'York', postalCode: 'YO1 7HH', country: 'GB' };
  const customer = await createCustomer(ctx, { name: 'Hawthorn & Sons', billingAddress });
  return { ctx, customerId: customer.id };
}

/** One draft by the verb, the others as its copies: making them is not what is measured. */
async function draftsOf(core, { ctx, customerId }, count) {
  const [{ createInvoice }, { withTx }, { sql }] = await Promise.all(
    ['invoices', 'platform/tx', 'platform/db'].map(core),
  );
  const items = [1, 2, 3].map((n) => ({ title: `Rye bread ${n}`, quantity: String(n), unitPrice: '12.50' }));
  const { id } = await createInvoice(ctx, { customerId, items });
  return withTx(ctx, async ({ tx }) => {
    const copies = await tx.query(sql`
      with source as (select to_jsonb(i) as row from invoices i where id = ${id}::uuid),
      copied as (
        insert into invoices (id, tenant_id, kind, customer_id, language, currency, payment_terms_days,
          prices_include_tax, tax_rounding, tax_groups, item_count, items_minor, net_minor, tax_minor, total_minor,
          payable_minor, search_text)
        select gen_random_uuid(), tenant_id, kind, customer_id, language, currency, payment_terms_days,
          prices_include_tax, tax_rounding, tax_groups, item_count, items_minor, net_minor, tax_minor, total_minor,
          payable_minor, search_text
        from invoices cross join generate_series(1, ${count - 1}::int) where id = ${id}::uuid returning id)
      select id from copied`);
    await tx.execute(sql`
      insert into invoice_items (id, tenant_id, invoice_id, position, title, quantity, unit, unit_price,
        tax_category_id, tax_code, tax_rate, amount_minor)
      select gen_random_uuid(), l.tenant_id, c.id, l.position, l.title, l.quantity, l.unit, l.unit_price,
        l.tax_category_id, l.tax_code, l.tax_rate, l.amount_minor
      from invoice_items l cross join unnest(${copies.map((copy) => copy.id)}::uuid[]) c(id)
      where l.invoice_id = ${id}::uuid`);
    return [id, ...copies.map((copy) => copy.id)];
  });
}

/** Milliseconds that issuing these drafts takes. */
async function issueAll(issueInvoice, { ctx }, ids) {
  const waiting = [...ids];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) await issueInvoice(ctx, id);
    }),
  );
  return performance.now() - started;
}

/** `count` documents by the product and as many by bare SQL, in turn, so that a slow minute hits both alike. */
export async function answer(core, slug, count, adminUrl) {
  const company = await newCompany(core, slug);
  const ids = await draftsOf(core, company, Number(count));
  const [{ issueInvoice }, { readOne }, { sql }] = await Promise.all(
    ['invoices', 'platform/tx', 'platform/db'].map(core),
  );
  const figures = () =>
    readOne(
      company.ctx,
      sql`select count(*)::int as issued, count(distinct number)::int as numbers, max(count)::int as last,
            (select max(octet_length(snapshot::text)) from documents) as bytes
          from ledger_entries`,
    ).then(([row]) => row);
  const took = { product: 0, bare: 0 };
  const size = Math.ceil(ids.length / ROUNDS);
  for (let start = 0; start < ids.length; start += size) {
    const some = ids.slice(start, start + size);
    took.product += await issueAll(issueInvoice, company, some);
    const { bytes } = await figures();
    took.bare += await bareIssues(adminUrl, company.ctx.tenantId, some.length, bytes);
  }
  const { issued, numbers, last } = await figures();
  return {
    perSecond: (ids.length / took.product) * 1_000,
    barePerSecond: (ids.length / took.bare) * 1_000,
    holes: last - numbers,
    doubles: issued - numbers,
  };
}
