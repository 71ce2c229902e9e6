import { performance } from 'node:perf_hooks';
import type { Context } from 'hono';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { HttpBindings } from '@hono/node-server';
import { notFound } from '@countinghouse/core/platform/errors';
import { isId } from '@countinghouse/core/platform/ids';
import { log } from '@countinghouse/core/platform/log';
import { observeHttp } from '@countinghouse/core/platform/metrics';
import { singleton } from '@countinghouse/core/platform/singleton';
import { authenticate, ctxOf } from './authenticate';
import { demandJson, parseJson, readBody } from './body';
import { beginExchange, sendAnswer, type Answer, type Exchange } from './exchange';
import { repeatable, runOnce, runRepeatable } from './idempotency';
import type { KeyLimit } from './limit';
import type { Call, Operation } from './operation';
import { expectedVersion } from './preconditions';
import { faultOf, problemAnswer } from './problem';
import { parseQuery } from './query';

export type ApiContext = Context<{ Bindings: HttpBindings }>;

const nothing = Buffer.alloc(0);

async function bodyOf(operation: Operation, { incoming }: Exchange): Promise<Buffer> {
  if (operation.method === 'get') return nothing;
  const bytes = await readBody(incoming);
  if (operation.body && !(operation.bodyOptional && bytes.length === 0)) demandJson(incoming);
  return bytes;
}

function parsedBody({ body, bodyOptional }: Operation, bytes: Buffer): unknown {
  if (!body || (bodyOptional && bytes.length === 0)) return undefined;
  return parseJson(bytes);
}

function idOf(operation: Operation, c: ApiContext): string {
  if (!operation.path.includes('{id}')) return '';
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound('record');
  return id.toLowerCase();
}

async function run(operation: Operation, call: Call, exchange: Exchange, bytes: Buffer): Promise<Answer> {
  const request = operation.method === 'post' ? repeatable(exchange.incoming, bytes) : undefined;
  if (!request) return operation.run(call);
  const once = operation.idempotency === 'by-nature' ? runRepeatable : runOnce;
  return once(call.ctx, request, (ctx) => operation.run({ ...call, ctx }));
}

async function answer(
  operation: Operation,
  limit: KeyLimit,
  c: ApiContext,
  exchange: Exchange,
): Promise<Answer> {
  const { incoming, requestId } = exchange;
  const caller = await authenticate(incoming);
  exchange.caller = { tenantId: caller.tenantId, apiKeyId: caller.id };
  const counted = limit.count(exchange, caller.id);
  if (counted) await counted;
  const bytes = await bodyOf(operation, exchange);
  const call: Call = {
    ctx: ctxOf(caller, incoming, requestId),
    id: idOf(operation, c),
    query: parseQuery(incoming.url ?? ''),
    body: parsedBody(operation, bytes),
    expectedVersion: operation.ifMatch && expectedVersion(incoming, operation.ifMatch),
  };
  return run(operation, call, exchange, bytes);
}

/** For lines of known fields only: looking for secrets in each would take longer than writing it. */
const accessLog = () => singleton('api-access-log', () => log().child({}, { redact: [] }));

interface Ended {
  route: string;
  operation: string;
  status: number;
  error?: unknown;
}

/** One log line and one observation per request: its template, never its path, query or body. */
function finish({ requestId, startedAt, caller, incoming }: Exchange, ended: Ended): void {
  const milliseconds = performance.now() - startedAt;
  const { route, operation, status, error } = ended;
  const method = incoming.method ?? 'GET';
  observeHttp({ method, route, status, seconds: milliseconds / 1_000 });
  const line = {
    requestId,
    tenantId: caller?.tenantId,
    apiKeyId: caller?.apiKeyId,
    operation,
    method,
    route,
    status,
    duration: Math.round(milliseconds * 10) / 10,
    success: status < 400,
    ...(error !== undefined && { err: error }),
  };
  if (error === undefined) accessLog().info(line, 'request');
  else log().error(line, 'request failed');
}

/** Runs something that answers, and turns whatever goes wrong into a problem document. Never rejects. */
export async function respond(
  c: ApiContext,
  route: string,
  operation: string,
  work: (exchange: Exchange) => Promise<Answer> | Answer,
): Promise<Response> {
  const exchange = beginExchange(c.env.incoming, c.env.outgoing);
  let sent: Answer;
  let error: unknown;
  try {
    sent = await work(exchange);
  } catch (thrown) {
    const fault = faultOf(thrown);
    if (fault.unexpected) error = thrown;
    sent = problemAnswer(fault, exchange.requestId);
  }
  sendAnswer(exchange, sent);
  finish(exchange, { route, operation, status: sent.status, error });
  return RESPONSE_ALREADY_SENT;
}

/** The handler of one operation. */
export const serveOperation = (base: string, operation: Operation, limit: KeyLimit) => {
  const route = base + operation.path;
  return (c: ApiContext): Promise<Response> =>
    respond(c, route, operation.id, (exchange) => answer(operation, limit, c, exchange));
};
