import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Ctx, TxCtx } from '@countinghouse/core/platform/context';
import { sql } from '@countinghouse/core/platform/db';
import { conflict } from '@countinghouse/core/platform/errors';
import { readOne, withTx } from '@countinghouse/core/platform/tx';
import type { Answer } from './exchange';
import { HttpFault } from './problem';

/** A request that the client may repeat without its happening twice. */
export interface RepeatableRequest {
  key: string;
  /** Tells apart what was asked: method, path and body. */
  hash: string;
}

/** Reads `Idempotency-Key`. @throws HttpFault `malformed` when it is no printable text of up to 255 characters */
export function repeatable(incoming: IncomingMessage, body: Buffer): RepeatableRequest | undefined {
  const key = incoming.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const message = 'Idempotency-Key must have 1 to 255 printable characters, without spaces.';
    throw new HttpFault('malformed', message);
  }
  const hash = createHash('sha256').update(`${incoming.method} ${incoming.url}\n`).update(body);
  return { key, hash: hash.digest('base64url') };
}

interface Kept {
  request_hash: string;
  status: number | null;
  body: string | null;
  headers: Record<string, string> | null;
}

const keeper = (ctx: Ctx) => {
  if (ctx.actor.type !== 'api-key') throw new Error('only API keys repeat requests');
  return ctx.actor.id;
};

const recordOf = (ctx: Ctx, { key }: RepeatableRequest) => sql`
  select request_hash, status, body, headers from idempotency_keys
  where tenant_id = ${ctx.tenantId}::uuid and api_key_id = ${keeper(ctx)}::uuid and key = ${key}`;

function replay(kept: Kept, request: RepeatableRequest): Answer {
  if (kept.request_hash !== request.hash) {
    throw conflict('This Idempotency-Key was used for another request.', 'idempotency-key-reused');
  }
  return {
    status: kept.status ?? 200,
    headers: { ...kept.headers, 'Idempotency-Replayed': 'true' },
    ...(kept.body !== null && { raw: kept.body }),
  };
}

/** The answer as it is kept and sent: text. */
function asText(answer: Answer): Answer & { raw?: string } {
  const { status, headers = {}, body } = answer;
  if (body === undefined) return { status, headers };
  return { status, headers: { ...headers, 'Content-Type': 'application/json' }, raw: JSON.stringify(body) };
}

const keep = (ctx: TxCtx, request: RepeatableRequest, answer: Answer & { raw?: string }) =>
  ctx.tx.execute(sql`
    insert into idempotency_keys (tenant_id, api_key_id, key, request_hash, status, body, headers)
    values (${ctx.tenantId}::uuid, ${keeper(ctx)}::uuid, ${request.key}, ${request.hash}, ${answer.status},
            ${answer.raw ?? null}, ${JSON.stringify(answer.headers ?? {})}::jsonb)
    on conflict do nothing`);

/** Waits for a request with the same key that is under way, then reads what was answered before. */
async function earlier(ctx: TxCtx, request: RepeatableRequest): Promise<Kept | undefined> {
  const name = `${ctx.tenantId} ${keeper(ctx)} ${request.key}`;
  const [, [kept]] = await Promise.all([
    ctx.tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`),
    ctx.tx.query<Kept>(recordOf(ctx, request)),
  ]);
  return kept;
}

/** Rolls back what a repeated request has done a second time. */
class Repeated extends Error {
  constructor(readonly kept: Kept) {
    super('this request was answered before');
  }
}

/**
 * Runs the request and keeps its answer in the same transaction, or answers what was answered before. A
 * second request at the same time waits in Postgres for the first one's end. What fails keeps no key.
 * The verb does not wait for the look at earlier answers: repeats are rare, and are rolled back.
 * @throws AppError `conflict` when the key was used for another request
 */
export async function runOnce(
  ctx: Ctx,
  request: RepeatableRequest,
  run: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await withTx(ctx, async (ctx) => {
      const [before, now] = await Promise.allSettled([earlier(ctx, request), run(ctx)]);
      if (before.status === 'rejected') throw before.reason;
      if (before.value) throw new Repeated(before.value);
      if (now.status === 'rejected') throw now.reason;
      const answer = asText(now.value);
      // Travels with the commit, which fails where this fails.
      keep(ctx, request, answer).catch(() => undefined);
      return answer;
    });
  } catch (error) {
    if (error instanceof Repeated) return replay(error.kept, request);
    throw error;
  }
}

/**
 * The same for verbs that talk to storage and so must not run inside a transaction. They bear being repeated
 * by themselves; the key only makes the answer the same.
 */
export async function runRepeatable(
  ctx: Ctx,
  request: RepeatableRequest,
  run: (ctx: Ctx) => Promise<Answer>,
): Promise<Answer> {
  const [kept] = await readOne<Kept>(ctx, recordOf(ctx, request));
  if (kept) return replay(kept, request);
  const answer = asText(await run(ctx));
  await withTx(ctx, (ctx) => keep(ctx, request, answer));
  return answer;
}
