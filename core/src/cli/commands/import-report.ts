import { fieldText, reasonText, type ImportDto, type ImportPlan, type ImportResult } from '../../imports';
import { formatMinor, type MoneyJson } from '../../platform/money';

const amounts = (money: readonly MoneyJson[]) =>
  money.map(({ amount, currency }) => `${formatMinor(BigInt(amount), currency)} ${currency}`).join(', ') ||
  '0';

/** What an import would do, in lines of text. */
export function describePlan(plan: ImportPlan): string[] {
  const { orders, customers, products, lines } = plan;
  return [
    `plan: ${orders.total} orders: ${orders.newSales} new sales, ${orders.newReturns} new returns, ` +
      `${orders.unchanged} unchanged, ${orders.different} exist with other content, ${orders.rejected} with faults`,
    `plan: ${customers.new} new customers (${customers.known} known), ${products.new} new products (${products.known} known)`,
    `plan: ${lines.total} lines: ${lines.good} to import, ${lines.unchanged} unchanged, ${lines.rejected} not; ${amounts(plan.money)}`,
    ...plan.problems.map(
      ({ line, code, column, value }) =>
        `  line ${line}: ${column ? `${fieldText(column, 'en')}: ` : ''}${reasonText(code, 'en')}${value ? `: ${value}` : ''}`,
    ),
  ];
}

/** What an import has done, in lines of text. */
export function describeResult(result: ImportResult): string[] {
  const { sales, returns } = result.ordersCreated;
  const nothing = sales + returns === 0 ? ['nothing was changed'] : [];
  return [
    `orders created: ${sales + returns} (${sales} sales, ${returns} returns)`,
    `orders unchanged: ${result.ordersUnchanged}`,
    `orders that exist with other content, left alone: ${result.ordersDifferent}`,
    `orders with faults, left out: ${result.ordersRejected}`,
    `lines: ${result.linesTotal}`,
    `lines imported: ${result.linesImported}`,
    `lines unchanged: ${result.linesUnchanged}`,
    `lines rejected: ${result.linesRejected}`,
    `customers created: ${result.customersCreated}`,
    `products created: ${result.productsCreated}`,
    `amount imported: ${amounts(result.money)}`,
    ...nothing,
  ];
}

/** Why an import did not come to its end. */
export function failureText({ state, error }: ImportDto): string {
  if (!error) return `the import is ${state}`;
  const place =
    error.line === null ? '' : ` (line ${error.line}${error.column ? `, column ${error.column}` : ''})`;
  return `the import failed: ${error.code}: ${error.detail}${place}; nothing else was changed`;
}
