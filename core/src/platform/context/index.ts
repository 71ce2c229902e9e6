import type { Logger } from '../log';
import { log } from '../log';
import type { Tx } from '../tx/tx';
import { newId } from '../ids';
import type { Role } from '../permissions';

/** Who acts: a person in a role, an API key with scopes, or the product itself (jobs, CLI, seed). */
export type Actor =
  | { type: 'user'; id: string; name: string; role: Role; ip?: string }
  | { type: 'api-key'; id: string; name: string; scopes: readonly string[]; ip?: string }
  | { type: 'system'; name: string };

/** What every verb gets first: the company, who acts, and how to tell the time and write to the log. */
export interface Ctx {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Present inside `withTx`. */
  readonly tx?: Tx;
}

export interface TxCtx extends Ctx {
  readonly tx: Tx;
}

interface NewCtx {
  tenantId: string;
  actor: Actor;
  requestId?: string;
  clock?: () => Date;
}

/** Makes the context of one request, job or command. */
export function createCtx({ tenantId, actor, requestId = newId(), clock = () => new Date() }: NewCtx): Ctx {
  const userId = actor.type === 'user' ? actor.id : undefined;
  return { tenantId, actor, requestId, clock, log: log().child({ requestId, tenantId, userId }) };
}

/** A context in which the product itself acts in a company. */
export function systemCtx(tenantId: string, name: string, requestId?: string): Ctx {
  return createCtx({ tenantId, actor: { type: 'system', name }, ...(requestId && { requestId }) });
}
