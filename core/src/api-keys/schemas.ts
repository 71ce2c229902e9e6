import { z } from 'zod';
import { says } from '../platform/errors';
import { RequiredLine } from '../platform/fields';
import { permissions } from '../platform/permissions';

const resources = [...new Set(permissions.map((permission) => permission.split(':')[0] ?? ''))];

/** What a key may be allowed: one permission, all of a resource (`orders:*`), or everything (`*`). */
export const scopes: readonly string[] = [
  '*',
  ...resources.map((resource) => `${resource}:*`),
  ...permissions,
];

const Scope = z.string().refine((scope) => scopes.includes(scope), { error: says('scope') });

export const CreateApiKeyInput = z.strictObject({
  name: RequiredLine(80),
  scopes: z
    .array(Scope)
    .min(1)
    .max(scopes.length)
    .transform((chosen) => [...new Set(chosen)]),
});
export type CreateApiKeyInput = z.input<typeof CreateApiKeyInput>;

/** A key as the settings show it; the secret itself is shown once, when it is made. */
export interface ApiKey {
  id: string;
  name: string;
  /** How the key begins, to tell it from others. */
  prefix: string;
  scopes: string[];
  createdBy: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export type NewApiKey = ApiKey & { key: string };
