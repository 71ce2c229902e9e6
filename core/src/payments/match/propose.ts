import { transactionColumns, type BankTransactionRow } from '../../bank-statements';
import type { Ctx, TxCtx } from '../../platform/context';
import { sql } from '../../platform/db';
import { notFound, parse } from '../../platform/errors';
import { demand } from '../../platform/permissions';
import { withTx } from '../../platform/tx';
import { toOpenDocument } from '../open-documents';
import { paymentPolicy } from '../policy';
import { ConfirmSureInput, type MatchProposalDto, type TransactionProposalsDto } from '../schemas';
import { candidatesFor } from './candidates';
import { rankMatches, rankRefunds, type Proposal } from './rank';

const size = (minor: bigint) => (minor < 0n ? -minor : minor);

/** What open movements may be, by their ids. */
export async function proposalsFor(
  ctx: TxCtx,
  rows: readonly BankTransactionRow[],
): Promise<Map<string, Proposal[]>> {
  const open = rows.filter(({ state }) => state === 'open');
  const candidates = await candidatesFor(ctx, open);
  return new Map(
    open.map((row) => {
      const movement = { ...row, amountMinor: size(row.amountMinor) };
      const found = candidates.get(row.id) ?? { documents: [], seen: new Set<string>() };
      return [row.id, row.amountMinor > 0n ? rankMatches(movement, found) : rankRefunds(movement, found)];
    }),
  );
}

export function toProposal(proposal: Proposal, currency: string): MatchProposalDto {
  const money = (minor: bigint) => ({ amount: minor.toString(), currency });
  const first = proposal.allocations[0]?.document ?? proposal.credits[0]?.document;
  return {
    confidence: proposal.confidence,
    reasons: [...new Set(proposal.reasons)],
    customer: proposal.customerId ? { id: proposal.customerId, name: first?.customerName ?? '' } : null,
    allocations: proposal.allocations.map(({ document, amountMinor }) => ({
      document: toOpenDocument(document),
      amount: money(amountMinor),
    })),
    credits: proposal.credits.map(({ document, invoiceId, amountMinor }) => ({
      document: toOpenDocument(document),
      invoiceId,
      amount: money(amountMinor),
    })),
    rest: money(proposal.restMinor),
  };
}

/** Movements of this company by id, in the order asked for. @throws AppError `not-found` */
export async function transactionsOf(ctx: TxCtx, ids: readonly string[]): Promise<BankTransactionRow[]> {
  const rows = await ctx.tx.query<BankTransactionRow>(sql`
    select ${transactionColumns} from bank_transactions t
    where t.tenant_id = ${ctx.tenantId}::uuid and t.id = any(${ids}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id);
    if (!row) throw notFound('bank transaction');
    return row;
  });
}

/**
 * What movements may have paid, ranked and with reasons. Nothing is booked: a person confirms.
 * @throws AppError `not-found`
 */
export async function proposeMatches(ctx: Ctx, input: ConfirmSureInput): Promise<TransactionProposalsDto[]> {
  demand(ctx, paymentPolicy.read);
  const { ids } = parse(ConfirmSureInput, input);
  return withTx(ctx, async (ctx) => {
    const rows = await transactionsOf(ctx, ids);
    const proposals = await proposalsFor(ctx, rows);
    return rows.map((row) => ({
      transactionId: row.id,
      proposals: (proposals.get(row.id) ?? []).map((each) => toProposal(each, row.currency)),
    }));
  });
}
