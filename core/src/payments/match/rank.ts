import type { OpenDocument } from '../open-documents';
import type { MatchConfidence, MatchReason } from '../states';
import { sameName } from './names';
import { forMentions, isReferenceOf, mention, type Mention } from './numbers';
import { addingUp } from './subset';

/** A movement as far as it tells what was paid; `amountMinor` without its sign. */
export interface Movement {
  amountMinor: bigint;
  currency: string;
  counterpartyName: string;
  counterpartyAccount: string | null;
  remittance: string;
  creditorReference: string | null;
  endToEndId: string | null;
}

export interface Candidates {
  /** Open documents that may be meant, invoices and credit notes. */
  documents: readonly OpenDocument[];
  /** Customers whose payments came from this account before. */
  seen: ReadonlySet<string>;
}

export interface Proposal {
  confidence: MatchConfidence;
  reasons: MatchReason[];
  customerId: string | null;
  allocations: { document: OpenDocument; amountMinor: bigint }[];
  credits: { document: OpenDocument; invoiceId: string; amountMinor: bigint }[];
  restMinor: bigint;
}

interface Judged extends OpenDocument {
  mention: Mention;
  byReference: boolean;
  byOrder: boolean;
  byName: boolean;
  bySeen: boolean;
}

const MOST_PROPOSALS = 5;
const MOST_NAMED = 60;
const MOST_SUMMED = 30;

function judge(movement: Movement, { documents, seen }: Candidates): Judged[] {
  const text = forMentions(
    [movement.remittance, movement.endToEndId, movement.creditorReference].filter(Boolean).join(' '),
  );
  return documents
    .filter((document) => document.currency === movement.currency && document.openMinor > 0n)
    .map((document) => {
      const byReference =
        movement.creditorReference !== null && isReferenceOf(movement.creditorReference, document.number);
      const order = document.orderReference;
      return {
        ...document,
        mention: byReference ? 3 : mention(text, document.number),
        byReference,
        byOrder: order !== null && order.length >= 4 && mention(text, order) >= 2,
        byName: document.customerName !== null && sameName(movement.counterpartyName, document.customerName),
        bySeen: document.customerId !== null && seen.has(document.customerId),
      };
    })
    .sort(
      (a, b) =>
        (a.dueDate ?? a.issueDate).localeCompare(b.dueDate ?? b.issueDate) || a.id.localeCompare(b.id),
    );
}

const sum = (documents: readonly OpenDocument[]) =>
  documents.reduce((total, each) => total + each.openMinor, 0n);

const whole = (documents: readonly Judged[]) =>
  documents.map((document) => ({ document, amountMinor: document.openMinor }));

/** The oldest first, as far as the money goes. */
function oldestFirst(documents: readonly Judged[], amountMinor: bigint) {
  let rest = amountMinor;
  const allocations: Proposal['allocations'] = [];
  for (const document of documents) {
    const part = document.openMinor < rest ? document.openMinor : rest;
    if (part > 0n) allocations.push({ document, amountMinor: part });
    rest -= part;
  }
  return { allocations, restMinor: rest };
}

function reasonsOf(documents: readonly Judged[]): MatchReason[] {
  const reasons: MatchReason[] = [];
  if (documents.some((each) => each.byReference)) reasons.push('creditor-reference');
  if (documents.some((each) => each.mention > 0 && !each.byReference)) reasons.push('number');
  if (documents.some((each) => each.byOrder)) reasons.push('order-reference');
  if (documents.some((each) => each.bySeen)) reasons.push('account-seen');
  if (documents.some((each) => each.byName)) reasons.push('name');
  return reasons;
}

const proposal = (
  documents: readonly Judged[],
  confidence: MatchConfidence,
  more: MatchReason[],
  parts: Partial<Proposal> = {},
): Proposal => ({
  confidence,
  reasons: [...reasonsOf(documents), ...more],
  customerId: documents.find((each) => each.customerId !== null)?.customerId ?? null,
  allocations: whole(documents),
  credits: [],
  restMinor: 0n,
  ...parts,
});

/** Credit notes of the same customer that make up for what was paid too little. */
function lessCredits(
  movement: Movement,
  invoices: readonly Judged[],
  credits: readonly Judged[],
): { allocations: Proposal['allocations']; credits: Proposal['credits']; named: boolean } | undefined {
  const due = sum(invoices) - movement.amountMinor;
  if (due <= 0n) return undefined;
  const own = credits.filter((each) => each.customerId === invoices[0]?.customerId);
  const [found] = addingUp(own.slice(0, MOST_SUMMED), (each) => each.openMinor, due, 4);
  if (!found) return undefined;
  const parts: Proposal['credits'] = [];
  const allocations: Proposal['allocations'] = [];
  const waiting = found.map((document) => ({ document, left: document.openMinor }));
  for (const document of invoices) {
    let open = document.openMinor;
    for (const credit of waiting) {
      const amountMinor = credit.left < open ? credit.left : open;
      if (amountMinor > 0n) parts.push({ document: credit.document, invoiceId: document.id, amountMinor });
      credit.left -= amountMinor;
      open -= amountMinor;
    }
    if (open > 0n) allocations.push({ document, amountMinor: open });
  }
  return { allocations, credits: parts, named: found.every((each) => each.mention >= 2) };
}

/** Someone else than who paid from this account before. */
const contradicts = (documents: readonly Judged[], seen: ReadonlySet<string>) =>
  seen.size > 0 && documents.some((each) => each.customerId !== null && !seen.has(each.customerId));

/** Documents that the text names. */
function named(
  movement: Movement,
  invoices: readonly Judged[],
  credits: readonly Judged[],
  seen: ReadonlySet<string>,
) {
  const strongest = Math.max(0, ...invoices.map((each) => each.mention));
  if (strongest < 2) return [];
  const meant = invoices.filter((each) => each.mention === strongest).slice(0, MOST_NAMED);
  const first = meant[0]?.customerId ?? null;
  const group = meant.filter((each) => each.customerId === first);
  const total = sum(group);
  const sure = contradicts(group, seen) ? 'likely' : 'sure';
  if (group.length === meant.length && total === movement.amountMinor) {
    return [proposal(group, sure, [group.length > 1 ? 'amount-sum' : 'amount'])];
  }
  const found: Proposal[] = [];
  const offset = group.length === meant.length ? lessCredits(movement, group, credits) : undefined;
  if (offset) {
    const { named: isNamed, ...parts } = offset;
    found.push(proposal(group, isNamed ? sure : 'likely', ['credit-note', 'amount-sum'], parts));
  }
  const exact = meant.filter((each) => each.openMinor === movement.amountMinor);
  found.push(...exact.map((each) => proposal([each], 'likely', ['amount'])));
  if (movement.amountMinor > total && group.length === meant.length) {
    const others = invoices.filter(
      (each) => each.customerId === first && first !== null && !group.includes(each),
    );
    const [more] = addingUp(
      others.slice(0, MOST_SUMMED),
      (each) => each.openMinor,
      movement.amountMinor - total,
    );
    if (more) found.push(proposal([...group, ...more], 'likely', ['amount-sum']));
  }
  const parts = oldestFirst(group, movement.amountMinor);
  found.push(
    proposal(group, 'likely', [parts.restMinor > 0n ? 'over-payment' : 'part-payment'], {
      ...parts,
      reasons: [...reasonsOf(group), parts.restMinor > 0n ? 'over-payment' : 'part-payment'],
    }),
  );
  return found;
}

/** What a customer may have paid who is known by the account or the name. */
function ofCustomer(movement: Movement, invoices: readonly Judged[], credits: readonly Judged[]): Proposal[] {
  const known = new Set(
    invoices.flatMap((each) => ((each.bySeen || each.byName) && each.customerId ? [each.customerId] : [])),
  );
  const found: Proposal[] = [];
  for (const customerId of known) {
    const own = invoices.filter((each) => each.customerId === customerId);
    const exact = own.filter((each) => each.openMinor === movement.amountMinor);
    const [counted] = exact.filter((each) => each.mention > 0 || each.byOrder);
    if (counted && exact.length === 1) found.push(proposal([counted], 'sure', ['amount']));
    else
      found.push(
        ...exact.map((each) => proposal([each], exact.length === 1 ? 'likely' : 'possible', ['amount'])),
      );
    if (exact.length > 0) continue;
    const sums = addingUp(own.slice(0, MOST_SUMMED), (each) => each.openMinor, movement.amountMinor);
    found.push(
      ...sums.map((each) => proposal(each, sums.length === 1 ? 'likely' : 'possible', ['amount-sum'])),
    );
    const offset = sums.length === 0 ? lessCredits(movement, own, credits) : undefined;
    if (offset) found.push(proposal(own, 'likely', ['credit-note', 'amount-sum'], offset));
    if (sums.length > 0 || offset) continue;
    const parts = oldestFirst(own, movement.amountMinor);
    found.push(proposal(own, 'possible', [parts.restMinor > 0n ? 'over-payment' : 'part-payment'], parts));
  }
  return found;
}

/** Documents of which exactly so much is open, whoever pays. */
const byAmount = (movement: Movement, invoices: readonly Judged[]): Proposal[] =>
  invoices
    .filter((each) => each.openMinor === movement.amountMinor && !each.bySeen && !each.byName)
    .map((each) => proposal([each], each.mention > 0 || each.byOrder ? 'likely' : 'possible', ['amount']));

const order: Record<MatchConfidence, number> = { sure: 0, likely: 1, possible: 2 };

function best(proposals: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>();
  return proposals
    .filter(({ allocations, credits }) => {
      const parts = [...allocations, ...credits]
        .map((each) => `${each.document.id} ${each.amountMinor}`)
        .sort();
      const key = parts.join();
      return parts.length > 0 && !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => order[a.confidence] - order[b.confidence] || b.reasons.length - a.reasons.length)
    .slice(0, MOST_PROPOSALS);
}

/** What an incoming movement may have paid, the best first. Pure: it proposes, people decide. */
export function rankMatches(movement: Movement, candidates: Candidates): Proposal[] {
  const judged = judge(movement, candidates);
  const invoices = judged.filter(({ kind }) => kind !== 'credit_note');
  const credits = judged.filter(({ kind }) => kind === 'credit_note');
  const all = best([
    ...named(movement, invoices, credits, candidates.seen),
    ...ofCustomer(movement, invoices, credits),
    ...byAmount(movement, invoices),
  ]);
  // Two sure answers contradict each other: then none is.
  const sure = all.filter(({ confidence }) => confidence === 'sure');
  return sure.length < 2
    ? all
    : all.map((each) => (each.confidence === 'sure' ? { ...each, confidence: 'likely' } : each));
}

/** Which credit note an outgoing movement may have given back. */
export function rankRefunds(movement: Movement, candidates: Candidates): Proposal[] {
  const credits = judge(movement, candidates).filter(
    ({ kind, openMinor }) => kind === 'credit_note' && openMinor >= movement.amountMinor,
  );
  return best(
    credits.flatMap((credit) => {
      const exact = credit.openMinor === movement.amountMinor;
      const parts = { allocations: [{ document: credit, amountMinor: movement.amountMinor }] };
      if (credit.mention >= 2)
        return [proposal([credit], exact ? 'sure' : 'likely', [exact ? 'amount' : 'part-payment'], parts)];
      const known = credit.bySeen || credit.byName;
      return exact ? [proposal([credit], known ? 'likely' : 'possible', ['amount'], parts)] : [];
    }),
  );
}
