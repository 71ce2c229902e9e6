import { priceOrder, type PricedOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { isAppError } from '../platform/errors';
import { localDate } from '../platform/time';
import { readOne } from '../platform/tx';
import { listTaxCategories, loadTaxTable, type TaxTable } from '../taxes';
import { getTenant, type Tenant } from '../tenants';
import { draftOf, rejectAll, type DraftRules, type OrderDraft } from './drafts';
import { mappingOf, optionsOf, type ImportRow } from './internal';
import { readGroups, type Group } from './lines.sql';
import type { ImportProblem, ImportProblemCode } from './problems';
import type { ImportOptions } from './schemas';

/** Everything that decides about an order but the order itself. */
export interface Rules extends DraftRules {
  tenant: Tenant;
  options: ImportOptions;
  taxes: TaxTable;
  /** Categories in use, the default first. */
  categories: readonly string[];
}

export interface NewOrder {
  draft: OrderDraft;
  priced: PricedOrder;
}

/** What is to be done with some orders of a file. */
export interface Verdict {
  /** Group of the last order. */
  cursor: number;
  orders: NewOrder[];
  unchanged: { orders: number; lines: number };
  different: number;
  rejected: number;
  lines: number;
  problems: ImportProblem[];
}

export async function loadRules(ctx: Ctx, row: ImportRow): Promise<Rules> {
  const options = optionsOf(row);
  if (!options) throw new Error('the import has no options');
  const [tenant, taxes, categories] = await Promise.all([
    getTenant(ctx),
    loadTaxTable(ctx),
    listTaxCategories(ctx),
  ]);
  return {
    tenant,
    options,
    taxes,
    categories: categories.map(({ id }) => id),
    timeZone: tenant.timeZone,
    currency: options.currency,
    returnPrefix: options.returnPrefix,
    hasCustomerNumbers: mappingOf(row)?.customerNumber !== undefined,
  };
}

class Refused extends Error {
  constructor(
    readonly index: number,
    readonly code: ImportProblemCode,
    readonly column: string,
    readonly value: string | null,
  ) {
    super(code);
  }
}

function categoryOf(rules: Rules, date: string, rate: string | null, index: number): string {
  const chosen = rules.options.taxCategoryId;
  if (rate === null) return chosen;
  const fits = [chosen, ...rules.categories].find((id) => rules.taxes.find(id, date)?.rate === rate);
  if (fits === undefined) throw new Refused(index, 'unknown-tax-rate', 'taxRate', rate);
  return fits;
}

/** @throws Refused */
function price(draft: OrderDraft, rules: Rules): PricedOrder {
  const date = localDate(draft.placedAt, rules.timeZone);
  const items = draft.lines.map(([, sku, title, quantity, unitPrice, discountPercent, rate], index) => ({
    sku,
    title: title ?? sku ?? '',
    quantity,
    unitPrice,
    ...(discountPercent !== null && { discountPercent }),
    taxCategoryId: categoryOf(rules, date, rate, index),
  }));
  const { pricesIncludeTax, taxRounding } = rules.tenant;
  const { kind, currency } = draft;
  const input = { kind, currency, pricesIncludeTax, taxRounding, date, items, adjustments: [] };
  try {
    return priceOrder(input, new Map(), rules.taxes);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error;
    const path = error.faults[0]?.path ?? '';
    const index = Number(/\.(\d+)/.exec(path)?.[1] ?? 0);
    if (path.includes('tax')) throw new Refused(index, 'no-tax-rate', 'placedAt', date);
    throw new Refused(index, 'amount-too-large', 'unitPrice', draft.lines[index]?.[4] ?? null);
  }
}

function judge(group: Group, rules: Rules, existing: ReadonlyMap<string, string | null>, verdict: Verdict) {
  const reject = (problems: ImportProblem[]) => {
    verdict.problems.push(...problems);
    verdict.lines += problems.length;
    verdict.rejected += 1;
  };
  const { draft, problems } = draftOf(group, rules);
  if (problems) return reject(problems);
  if (existing.has(draft.number)) {
    if (existing.get(draft.number) !== draft.fingerprint) {
      verdict.different += 1;
      verdict.rejected -= 1;
      return reject(rejectAll(group, new Map(), 'exists-different'));
    }
    verdict.lines += draft.lines.length;
    verdict.unchanged.orders += 1;
    verdict.unchanged.lines += draft.lines.length;
    return;
  }
  try {
    verdict.orders.push({ draft, priced: price(draft, rules) });
    verdict.lines += draft.lines.length;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, column, value } = error;
    const line = draft.lines[error.index]?.[0] ?? 0;
    reject(rejectAll(group, new Map([[line, { code, column, value }]]), 'other-line'));
  }
}

async function existingOrders(ctx: Ctx, groups: readonly Group[]): Promise<Map<string, string | null>> {
  const numbers = groups.flatMap(({ segments }) => segments.find(({ head }) => head)?.head?.number ?? []);
  if (numbers.length === 0) return new Map();
  const rows = await readOne<{ number: string; fingerprint: string | null }>(
    ctx,
    sql`select external_number as number, import_fingerprint as fingerprint from orders
        where tenant_id = ${ctx.tenantId}::uuid and external_number = any(${numbers}::text[])`,
  );
  return new Map(rows.map(({ number, fingerprint }) => [number, fingerprint]));
}

const YIELD_ORDERS = 50;

/**
 * Reads the next orders of the file and decides about each; changes nothing. Planning and running decide by this.
 * Undefined after the last one.
 */
export async function evaluateNext(
  ctx: Ctx,
  row: ImportRow,
  rules: Rules,
  after: number,
  limit: number,
): Promise<Verdict | undefined> {
  const groups = await readGroups(ctx, row.id, after, limit);
  const last = groups.at(-1);
  if (!last) return undefined;
  const existing = await existingOrders(ctx, groups);
  const verdict: Verdict = {
    cursor: last.number,
    orders: [],
    unchanged: { orders: 0, lines: 0 },
    different: 0,
    rejected: 0,
    lines: 0,
    problems: [],
  };
  for (const [index, group] of groups.entries()) {
    if (index % YIELD_ORDERS === YIELD_ORDERS - 1) await new Promise((resolve) => setImmediate(resolve));
    judge(group, rules, existing, verdict);
  }
  return verdict;
}
