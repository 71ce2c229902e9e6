import { may, permissionsOf, type Role } from '../platform/permissions';

type Granter = Parameters<typeof may>[0];

/**
 * Whether an actor may give a role, or take it away: nobody gives more than they may do themselves, and owners
 * are made by owners only (and by the product itself, when it creates a company).
 */
export function mayGrant(actor: Granter, role: Role): boolean {
  if (actor.type === 'system') return true;
  if (role === 'owner') return actor.type === 'user' && actor.role === 'owner';
  return may(actor, 'members:write') && permissionsOf[role].every((permission) => may(actor, permission));
}
