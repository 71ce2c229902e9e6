import { AppError } from '../errors/app-error';

export const roles = ['owner', 'admin', 'manager', 'analyst', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'orders:read',
  'orders:write',
  'offers:read',
  'offers:write',
  'invoices:read',
  'invoices:write',
  'payments:read',
  'payments:write',
  'reports:read',
  'customers:read',
  'customers:write',
  'products:read',
  'products:write',
  'files:read',
  'files:write',
  'exports:read',
  'exports:write',
  'imports:read',
  'imports:write',
  'settings:read',
  'settings:write',
  'members:read',
  'members:write',
  'api-keys:write',
  'audit:read',
] as const;
export type Permission = (typeof permissions)[number];

const reading: Permission[] = [
  'orders:read',
  'offers:read',
  'invoices:read',
  'payments:read',
  'customers:read',
  'products:read',
  'files:read',
  'settings:read',
];
const analysing: Permission[] = [...reading, 'reports:read', 'exports:read', 'exports:write'];
const running: Permission[] = [
  ...analysing,
  'orders:write',
  'offers:write',
  'invoices:write',
  'payments:write',
  'customers:write',
  'products:write',
  'files:write',
  'imports:read',
  'imports:write',
  'members:read',
];

/** What each role may do; the same table decides in the verbs and hides buttons on the screens. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  viewer: reading,
  analyst: analysing,
  manager: running,
  admin: permissions.filter((permission) => permission !== 'audit:read'),
  owner: permissions,
};

type Permitted =
  { type: 'user'; role: Role } | { type: 'api-key'; scopes: readonly string[] } | { type: 'system' };

/** Scopes of API keys are permissions, `orders:*`, or `*`. */
function inScope(scopes: readonly string[], permission: Permission): boolean {
  const [resource] = permission.split(':');
  return scopes.includes('*') || scopes.includes(`${resource}:*`) || scopes.includes(permission);
}

export function may(actor: Permitted, permission: Permission): boolean {
  if (actor.type === 'system') return true;
  if (actor.type === 'api-key') return inScope(actor.scopes, permission);
  return permissionsOf[actor.role].includes(permission);
}

/**
 * The first line of a verb (rule 16).
 * @throws AppError `forbidden` when the actor's role or scopes lack the permission
 */
export function demand(ctx: { actor: Permitted }, permission: Permission): void {
  if (may(ctx.actor, permission)) return;
  throw new AppError(
    'forbidden',
    ctx.actor.type === 'api-key'
      ? `This key lacks the scope ${permission}.`
      : 'Your role does not allow this.',
  );
}
