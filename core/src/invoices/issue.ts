import type { Ctx, TxCtx } from '../platform/context';
import { conflict, stale } from '../platform/errors';
import { demand } from '../platform/permissions';
import { singleton } from '../platform/singleton';
import { GroupCommit, withTx } from '../platform/tx';
import { loadFreezing } from './freezing';
import { describeById, describeByIds, invoiceInTenant, invoicesInTenant } from './get';
import { issueInTx, type Draft } from './issuing';
import { problemsOf } from './problems';
import type { InvoiceDto, IssueProblem } from './schemas';
import { canMove } from './states';
import { snapshotOf } from './snapshot';

/** The tax of each credit note of an invoice depends on those before it: they are not issued at once. */
const originalTwice = (drafts: readonly Draft[]): boolean => {
  const originals = drafts.flatMap(({ row }) => row.original_invoice_id ?? []);
  return new Set(originals).size < originals.length;
};

const noDraft = () => conflict('Only a draft can be issued.', 'cannot-issue');

interface IssueRequest {
  invoiceId: string;
  expectedVersion?: number | undefined;
  by: Ctx;
}

/** The drafts that are asked for, locked and fit to be issued. */
async function lockDrafts(ctx: TxCtx, requests: readonly IssueRequest[]): Promise<Draft[]> {
  const ids = requests.map(({ invoiceId }) => invoiceId);
  if (new Set(ids).size < ids.length) throw noDraft();
  const stored = await invoicesInTenant(ctx, ids, true);
  const drafts = requests.map(({ invoiceId, expectedVersion, by }) => {
    const draft = stored(invoiceId);
    if (expectedVersion !== undefined && draft.row.version !== expectedVersion) throw stale();
    if (!canMove(draft.row.state, 'issue')) throw noDraft();
    return { ...draft, by };
  });
  if (originalTwice(drafts)) throw conflict('Credit notes of one invoice are issued one by one.');
  return drafts;
}

/**
 * Locks drafts and issues them in the transaction that is open: all of them, or none.
 * @throws AppError `not-found`, `stale`, `conflict` (`cannot-issue` …) for the first that cannot be issued
 */
export async function issueDrafts(ctx: TxCtx, requests: readonly IssueRequest[]): Promise<void> {
  await issueInTx(ctx, await lockDrafts(ctx, requests));
}

/**
 * Documents of one company take their numbers one after the other: those that are asked for meanwhile go together.
 * They are described once the series is free for others.
 */
const issuing = () =>
  singleton(
    'issuing',
    () =>
      new GroupCommit(async (ctx, requests: readonly IssueRequest[]) => {
        await withTx(ctx, (ctx) => issueDrafts(ctx, requests));
        const ids = requests.map(({ invoiceId }) => invoiceId);
        const described = withTx(ctx, (ctx) => describeByIds(ctx, ids));
        return ids.map(async (id) => (await described)(id));
      }),
  );

/**
 * Issues a draft: it gets its number, is frozen and chained, and its PDF is printed afterwards. From here on it can
 * only be credited or voided (rules.md 3 and 4).
 * @throws AppError `conflict` (`cannot-issue`, `invoice-problems`, `issue-date-before-last` …), `stale`, `not-found`
 */
export async function issueInvoice(
  ctx: Ctx,
  invoiceId: string,
  expectedVersion?: number,
): Promise<InvoiceDto> {
  demand(ctx, 'invoices:write');
  const request = { invoiceId, expectedVersion, by: ctx };
  if (!ctx.tx) return issuing().do(ctx, request);
  await issueDrafts(ctx as TxCtx, [request]);
  return describeById(ctx as TxCtx, invoiceId);
}

/** What keeps a draft from being issued, or from being a valid e-invoice, in words; empty when all is well. */
export async function checkInvoice(ctx: Ctx, invoiceId: string): Promise<IssueProblem[]> {
  demand(ctx, 'invoices:read');
  return withTx(ctx, async (ctx) => {
    const stored = await invoiceInTenant(ctx, invoiceId);
    if (stored.row.state !== 'draft') return [];
    const [freezing] = await loadFreezing(ctx, [stored]);
    return freezing ? problemsOf(freezing, snapshotOf(freezing)) : [];
  });
}
