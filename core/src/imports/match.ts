import { insertCustomers, matchCustomers, type MatchedCustomer } from '../customers';
import { insertProducts, matchProducts, type MatchedProduct } from '../products';
import type { Ctx, TxCtx } from '../platform/context';
import type { NewOrder, Rules } from './evaluate';
import type { DraftCustomer } from './drafts';

const MOST_KEPT = 50_000;

/** What orders refer to. */
export interface Partners {
  customers: ReadonlyMap<string, MatchedCustomer>;
  products: ReadonlyMap<string, MatchedProduct>;
}

/** What orders refer to and the company does not have yet. */
export interface Missing {
  customers: DraftCustomer[];
  products: { sku: string; title: string | null; unitPrice: string; currency: string }[];
}

/** Customers and products of the company that the file has named so far: they are looked up once. */
export class KnownPartners {
  private titles: Promise<ReadonlyMap<string, string>> | undefined;
  private customers = new Map<string, MatchedCustomer>();
  private products = new Map<string, MatchedProduct>();

  /** Looks up what orders refer to. */
  async match(ctx: Ctx, orders: readonly NewOrder[]): Promise<{ found: Partners; missing: Missing }> {
    const wanted = wantedBy(orders);
    const unknown = <Value>(keys: Iterable<string>, known: ReadonlyMap<string, Value>) =>
      [...keys].filter((key) => !known.has(key));
    const numbers = unknown(wanted.customers.keys(), this.customers);
    const skus = unknown(wanted.products.keys(), this.products);
    const [customers, products] = await Promise.all([
      numbers.length > 0 ? matchCustomers(ctx, numbers) : new Map<string, MatchedCustomer>(),
      skus.length > 0 ? matchProducts(ctx, skus) : new Map<string, MatchedProduct>(),
    ]);
    const missing = {
      customers: numbers
        .filter((key) => !customers.has(key))
        .flatMap((key) => wanted.customers.get(key) ?? []),
      products: skus.filter((key) => !products.has(key)).flatMap((key) => wanted.products.get(key) ?? []),
    };
    this.keep({ customers, products });
    return { found: { customers: this.customers, products: this.products }, missing };
  }

  /** Names of articles that this part of the file lists without one and another part names. */
  async nameProducts({ products }: Missing, readTitles: () => Promise<ReadonlyMap<string, string>>) {
    const nameless = products.filter(({ title }) => title === null);
    if (nameless.length === 0) return;
    const titles = await (this.titles ??= readTitles());
    for (const product of nameless) product.title = titles.get(product.sku) ?? null;
  }

  /** Call with what was added only once that is committed. */
  keep({ customers, products }: Partners): void {
    if (this.customers.size > MOST_KEPT) this.customers = new Map();
    if (this.products.size > MOST_KEPT) this.products = new Map();
    for (const [key, value] of customers) this.customers.set(key, value);
    for (const [key, value] of products) this.products.set(key, value);
  }
}

function wantedBy(orders: readonly NewOrder[]) {
  const customers = new Map<string, DraftCustomer>();
  const products = new Map<string, Missing['products'][number]>();
  for (const { draft } of orders) {
    if (draft.customer && !customers.has(draft.customer.number))
      customers.set(draft.customer.number, draft.customer);
    for (const [, sku, title, , unitPrice] of draft.lines) {
      if (sku === null) continue;
      const seen = products.get(sku);
      if (seen === undefined) products.set(sku, { sku, title, unitPrice, currency: draft.currency });
      else seen.title ??= title;
    }
  }
  return { customers, products };
}

const newCustomer = (customer: DraftCustomer, rules: Rules) => ({
  externalNumber: customer.number,
  name: customer.name ?? customer.email ?? `Customer ${customer.number}`,
  emails: customer.email ? [customer.email] : [],
  phones: customer.phone ? [customer.phone] : [],
  billingAddress: customer.country ? { country: customer.country } : null,
  currency: rules.options.currency,
});

/** Adds the customers and products that orders need. */
export async function addMissing(
  ctx: TxCtx,
  { customers, products }: Missing,
  rules: Rules,
): Promise<Partners & { created: { customers: number; products: number } }> {
  const { taxCategoryId } = rules.options;
  const [people, goods] = [
    customers.length > 0
      ? await insertCustomers(
          ctx,
          customers.map((customer) => newCustomer(customer, rules)),
        )
      : { customers: new Map<string, MatchedCustomer>(), created: new Set<string>() },
    products.length > 0
      ? await insertProducts(
          ctx,
          products.map(({ sku, title, unitPrice, currency }) => ({
            sku,
            name: title ?? sku,
            // A product's price is never negative (BR-27); such lines are corrections.
            unitPrice: unitPrice.startsWith('-') ? '0' : unitPrice,
            currency,
            taxCategoryId,
          })),
        )
      : { products: new Map<string, MatchedProduct>(), created: new Set<string>() },
  ];
  return {
    customers: people.customers,
    products: goods.products,
    created: { customers: people.created.size, products: goods.created.size },
  };
}
