import type { MoneyJson } from '../platform/money';
import type { Verdict } from './evaluate';
import type { ImportPlan, ImportProblem, ImportResult } from './schemas';

export const emptyResult = (): ImportResult => ({
  ordersCreated: { sales: 0, returns: 0 },
  ordersUnchanged: 0,
  ordersDifferent: 0,
  ordersRejected: 0,
  linesTotal: 0,
  linesImported: 0,
  linesUnchanged: 0,
  linesRejected: 0,
  customersCreated: 0,
  productsCreated: 0,
  money: [],
});

function addMoney(money: readonly MoneyJson[], verdict: Verdict): MoneyJson[] {
  const sums = new Map(money.map(({ currency, amount }) => [currency, BigInt(amount)]));
  for (const { priced } of verdict.orders) {
    sums.set(priced.currency, (sums.get(priced.currency) ?? 0n) + priced.totals.itemsMinor);
  }
  return [...sums].map(([currency, amount]) => ({ amount: amount.toString(), currency }));
}

/** The result with what a verdict adds to it; every line of the file is counted exactly once. */
export function addVerdict(
  result: ImportResult,
  verdict: Verdict,
  created: { customers: number; products: number },
): ImportResult {
  const returns = verdict.orders.filter(({ draft }) => draft.kind === 'return').length;
  const rejected = verdict.problems.length;
  return {
    ordersCreated: {
      sales: result.ordersCreated.sales + verdict.orders.length - returns,
      returns: result.ordersCreated.returns + returns,
    },
    ordersUnchanged: result.ordersUnchanged + verdict.unchanged.orders,
    ordersDifferent: result.ordersDifferent + verdict.different,
    ordersRejected: result.ordersRejected + verdict.rejected,
    linesTotal: result.linesTotal + verdict.lines,
    linesImported: result.linesImported + verdict.lines - verdict.unchanged.lines - rejected,
    linesUnchanged: result.linesUnchanged + verdict.unchanged.lines,
    linesRejected: result.linesRejected + rejected,
    customersCreated: result.customersCreated + created.customers,
    productsCreated: result.productsCreated + created.products,
    money: addMoney(result.money, verdict),
  };
}

/** A plan is the result that would be. */
export const toPlan = (
  would: ImportResult,
  known: { customers: number; products: number },
  problems: ImportProblem[],
): ImportPlan => ({
  orders: {
    total:
      would.ordersCreated.sales +
      would.ordersCreated.returns +
      would.ordersUnchanged +
      would.ordersDifferent +
      would.ordersRejected,
    newSales: would.ordersCreated.sales,
    newReturns: would.ordersCreated.returns,
    unchanged: would.ordersUnchanged,
    different: would.ordersDifferent,
    rejected: would.ordersRejected,
  },
  customers: { new: would.customersCreated, known: known.customers },
  products: { new: would.productsCreated, known: known.products },
  lines: {
    total: would.linesTotal,
    good: would.linesImported,
    unchanged: would.linesUnchanged,
    rejected: would.linesRejected,
  },
  money: would.money,
  problems,
});
