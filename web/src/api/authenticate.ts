import type { IncomingMessage } from 'node:http';
import { authenticateApiKey } from '@countinghouse/core/api-keys';
import { createCtx, type Ctx } from '@countinghouse/core/platform/context';
import { AppError } from '@countinghouse/core/platform/errors';
import { clientAddress } from './client-address';

const bearer = /^Bearer +(chk_[\w-]{8,200})$/i;

/** Who asks: the company and the key that was shown. */
export interface Caller {
  tenantId: string;
  id: string;
  name: string;
  scopes: readonly string[];
}

/** @throws AppError `unauthenticated` without a key that is known and not revoked */
export async function authenticate(incoming: IncomingMessage): Promise<Caller> {
  const given = incoming.headers.authorization;
  if (given === undefined) {
    throw new AppError('unauthenticated', 'Send an API key: Authorization: Bearer chk_…');
  }
  const key = bearer.exec(given)?.[1];
  const caller = key === undefined ? null : await authenticateApiKey(key);
  if (!caller) throw new AppError('unauthenticated', 'This key is not known, or it has been revoked.');
  return caller;
}

export function ctxOf(caller: Caller, incoming: IncomingMessage, requestId: string): Ctx {
  const { tenantId, id, name, scopes } = caller;
  const ip = clientAddress(incoming);
  return createCtx({ tenantId, requestId, actor: { type: 'api-key', id, name, scopes, ...(ip && { ip }) } });
}
