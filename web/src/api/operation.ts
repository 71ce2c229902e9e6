import type { z } from 'zod';
import type { Ctx } from '@countinghouse/core/platform/context';
import type { Permission } from '@countinghouse/core/platform/permissions';
import type { Page } from '@countinghouse/core/platform/lists';
import type { Answer } from './exchange';
import { etagOf } from './preconditions';
import type { ProblemCode } from './problem';
import type { Query } from './query';

/** What an operation is given. Query and body are as they came: the verb parses them, once. */
export interface Call {
  ctx: Ctx;
  /** The `{id}` of the path, a UUID; empty where the path has none. */
  id: string;
  query: Query;
  body: unknown;
  /** Out of `If-Match`; always there where the operation requires it. */
  expectedVersion: number | undefined;
}

interface Success {
  status: 200 | 201 | 202 | 204 | 302;
  description: string;
  schema?: z.ZodType;
  example?: unknown;
  headers?: readonly ('ETag' | 'Location')[];
  /** Of a body that is not JSON. */
  contentType?: string;
}

/** One method of one path: what the documentation says of it, and the verb behind it. */
export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, such as `/orders/{id}`. */
  path: string;
  id: string;
  tag: string;
  summary: string;
  description?: string;
  /** For the documentation; the verb decides. */
  scope: Permission;
  /** The schemas that the verb parses with. */
  query?: z.ZodType;
  body?: z.ZodType;
  bodyOptional?: boolean;
  bodyExample?: unknown;
  success: Success;
  /** Problems that cannot be told from the rest of the operation. */
  problems?: readonly ProblemCode[];
  /** Whether the change names, or may name, the version it has seen. */
  ifMatch?: 'required' | 'optional';
  /** How a POST with an Idempotency-Key runs: in one transaction with the key unless the verb needs the network. */
  idempotency?: 'in-transaction' | 'by-nature';
  run(call: Call): Promise<Answer>;
}

interface Versioned {
  id: string;
  version: number;
}

/** The answer with one record, and its version as the ETag. */
export const record = (dto: Versioned): Answer => ({
  status: 200,
  headers: { ETag: etagOf(dto.version) },
  body: dto,
});

/** The answer with a record that was made just now. */
export const created = (resource: string, dto: Versioned): Answer => ({
  status: 201,
  headers: { ETag: etagOf(dto.version), Location: `/api/v1/${resource}/${dto.id}` },
  body: dto,
});

/** The answer with one page of a list. */
export const page = <Row>({ rows, nextCursor }: Page<Row>): Answer => ({
  status: 200,
  body: { data: rows, nextCursor },
});
