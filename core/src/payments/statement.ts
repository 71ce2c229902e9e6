import type { Ctx, TxCtx } from '../platform/context';
import { AppError, invalid, parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { customerInTenant } from './account';
import { paymentPolicy } from './policy';
import { StatementInput, type CustomerStatementDto } from './schemas';
import { currenciesOf, debtBefore, movesIn } from './statement.sql';

const MOST_ENTRIES = 2_000;

/** Step of the verbs below. */
export async function statementInTx(
  ctx: TxCtx,
  customerId: string,
  input: StatementInput,
): Promise<CustomerStatementDto> {
  const { from, to, currency: wanted } = parse(StatementInput, input);
  if (to < from) throw invalid('to', 'last-before-first');
  const customer = await customerInTenant(ctx, customerId);
  const currencies = await currenciesOf(ctx, customerId);
  const own = (await getTenant(ctx)).currency;
  const currency = wanted ?? (currencies.includes(own) ? own : (currencies[0] ?? own));
  const openingMinor = await debtBefore(ctx, customerId, currency, from);
  const moves = await movesIn(ctx, customerId, currency, { from, to }, MOST_ENTRIES + 1);
  if (moves.length > MOST_ENTRIES) {
    throw new AppError('too-large', `Choose a shorter period: at most ${MOST_ENTRIES} entries.`, {
      reason: 'statement-too-long',
    });
  }
  const money = (minor: bigint) => ({ amount: minor.toString(), currency });
  let balance = openingMinor;
  const entries = moves.map(({ amountMinor, openMinor, ...move }) => {
    balance += amountMinor;
    return { ...move, amount: money(amountMinor), balance: money(balance), open: money(openMinor) };
  });
  return {
    customer,
    currency,
    from,
    to,
    opening: money(openingMinor),
    entries,
    closing: money(balance),
    currencies: currencies.filter((each) => each !== currency),
  };
}

/**
 * The account of a customer over a period, in one currency: what was open before, every document and payment, and what
 * is open at its end.
 * @throws AppError `not-found`, `invalid`, `too-large` (`statement-too-long`)
 */
export async function customerStatement(
  ctx: Ctx,
  customerId: string,
  input: StatementInput,
): Promise<CustomerStatementDto> {
  demand(ctx, paymentPolicy.read);
  return withTx(ctx, (ctx) => statementInTx(ctx, customerId, input));
}
