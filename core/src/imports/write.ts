import { insertOrders, type UnnumberedOrder } from '../orders';
import type { Ctx } from '../platform/context';
import { withTx } from '../platform/tx';
import { reportProgress } from './claim';
import type { NewOrder, Rules, Verdict } from './evaluate';
import type { ImportRow } from './internal';
import { readTitles } from './lines.sql';
import { addMissing, type KnownPartners, type Partners } from './match';
import { insertProblems } from './problems.sql';
import type { ImportResult } from './schemas';
import { addVerdict } from './tally';

function toOrder(
  { draft, priced }: NewOrder,
  known: Partners[],
  rules: Rules,
  importId: string,
): UnnumberedOrder {
  const find = <Key extends keyof Partners>(kind: Key, key: string | null | undefined) =>
    key ? known.map((partners) => partners[kind].get(key)).find(Boolean) : undefined;
  const customer = find('customers', draft.customer?.number) as { id: string; name: string } | undefined;
  return {
    kind: draft.kind,
    status: rules.options.status,
    externalNumber: draft.number,
    customerId: customer?.id ?? null,
    customerTexts: customer ? [customer.name, draft.customer?.email ?? ''].filter(Boolean) : [],
    placedAt: draft.placedAt,
    priced: {
      ...priced,
      items: priced.items.map((item) => {
        const product = find('products', item.sku) as { id: string; unit: string } | undefined;
        return product ? { ...item, productId: product.id, unit: product.unit } : item;
      }),
    },
    notes: '',
    tags: [],
    importId,
    importFingerprint: draft.fingerprint,
  };
}

/**
 * Writes some orders with all that belongs to them, the problems, and how far the import is, in one transaction.
 * @throws ClaimLost, and nothing has been written
 */
export async function writeVerdict(
  ctx: Ctx,
  row: ImportRow,
  rules: Rules,
  verdict: Verdict,
  before: ImportResult,
  partners: KnownPartners,
): Promise<ImportResult> {
  const { found, missing } = await partners.match(ctx, verdict.orders);
  await partners.nameProducts(missing, () => readTitles(ctx, row.id));
  const written = await withTx(ctx, async (ctx) => {
    const added = await addMissing(ctx, missing, rules);
    const result = addVerdict(before, verdict, added.created);
    const orders = verdict.orders.map((order) => toOrder(order, [added, found], rules, row.id));
    if (orders.length > 0) await insertOrders(ctx, orders, rules.timeZone);
    await Promise.all([
      insertProblems(ctx, row.id, verdict.problems),
      reportProgress(ctx, row, {
        phase: 'writing',
        done: verdict.cursor,
        cursor: verdict.cursor,
        result,
      }),
    ]);
    return { added, result };
  });
  partners.keep(written.added);
  return written.result;
}
