import { expect } from 'vitest';
import type { z } from 'zod';
import { operations } from '../resources';
import type { CallOptions, TestApi } from './server';

function strictly(schema: z.ZodType, body: unknown): void {
  const parsed = schema.safeParse(body);
  expect(parsed.error?.issues ?? []).toEqual([]);
  // Nothing in the answer that the documentation does not show.
  expect(parsed.data).toEqual(body);
}

/** Calls operations by their ids and holds each answer against the schema that the documentation shows. */
export const describedCalls =
  (api: () => TestApi) =>
  async (id: string, params: { id?: string; query?: string } & CallOptions = {}) => {
    const operation = operations.find((each) => each.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const { id: record = '', query = '', ...options } = params;
    const path = `/api/v1${operation.path.replace('{id}', record)}${query}`;
    const answer = await api().call(path, { method: operation.method.toUpperCase(), ...options });
    expect([id, answer.status, answer.status === operation.success.status ? '' : answer.text]).toEqual([
      id,
      operation.success.status,
      '',
    ]);
    for (const name of operation.success.headers ?? []) expect(answer.headers.get(name)).toBeTruthy();
    if (operation.success.schema) strictly(operation.success.schema, answer.body);
    return answer.body;
  };

/** The body that the documentation shows for an operation. */
export const examples = (id: string) => operations.find((each) => each.id === id)?.bodyExample as object;

export const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
