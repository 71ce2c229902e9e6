import { beforeAll, describe, expect, it } from 'vitest';
import { createCtx } from '../../platform/context';
import { isAppError } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { roles } from '../../platform/permissions';
import { rolledBack } from '../records';
import { others } from './others';
import { features, verbs, type Feature } from './table';
import type { Verb } from './verb';
import { contentOf, createWorld, type World } from './world';

let world: World;
let before: Record<string, string>;
beforeAll(async () => {
  world = await createWorld();
  before = await contentOf(world.tenant.tenantId);
});

const names = Object.keys(features) as Feature[];
const all = names.flatMap((feature) =>
  Object.entries(verbs[feature]).map(([name, verb]): [string, Verb] => [name, verb]),
);

const untouched = async () => expect(await contentOf(world.tenant.tenantId)).toEqual(before);

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: unknown) => {
      if (isAppError(error)) return error.code;
      throw error;
    },
  );

const asText = (result: unknown) =>
  JSON.stringify(result instanceof Map ? [...(result as Map<string, unknown>)] : result) ?? '';

const nothing = ['[]', '{"rows":[],"nextCursor":null}'];

it.each(names)('has every function that %s lets out', (feature) => {
  const out = Object.entries<unknown>(features[feature])
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  const known = [...Object.keys(verbs[feature]), ...Object.keys(others[feature])];
  expect(known.sort()).toEqual(out.sort());
});

describe('from another company', () => {
  it.each(all)('%s', async (_name, verb) => {
    const abroad = await world.tenant.foreign();
    const ids = Object.values(world).filter((value): value is string => typeof value === 'string');
    if (verb.abroad === 'not-found' || verb.abroad === 'invalid') {
      expect(await codeOf(verb.run(abroad, world))).toBe(verb.abroad);
    } else {
      const result = asText(await verb.run(abroad, world));
      if (verb.abroad === 'nothing') expect(nothing).toContain(result);
      for (const id of [...ids, world.tenant.tenantId]) expect(result).not.toContain(id);
    }
    await untouched();
  });
});

describe('asked by those who may not', () => {
  it.each(all.filter(([, { open }]) => !open))('%s', async (_name, verb) => {
    const { tenantId } = world.tenant;
    const actor = { type: 'api-key', id: newId(), name: 'no scopes', scopes: [] } as const;
    expect(await codeOf(verb.run(createCtx({ tenantId, actor }), world))).toBe('forbidden');
    const weak = verb.refused ? roles.slice(roles.indexOf(verb.refused)) : [];
    for (const role of weak) {
      expect([role, await codeOf(verb.run(world.tenant.ctxAs(role), world))]).toEqual([role, 'forbidden']);
    }
    await untouched();
  });
});

describe('asked by those who may, and then rolled back', () => {
  it.each(all.filter(([, { storage }]) => !storage))('%s', async (_name, verb) => {
    const strong = verb.refused ? roles.slice(0, roles.indexOf(verb.refused)) : roles;
    for (const role of strong) {
      await rolledBack(world.tenant.ctxAs(role), async (ctx) => {
        expect([role, await codeOf(verb.run(ctx, world))]).not.toEqual([role, 'forbidden']);
      });
    }
    await untouched();
  });
});
