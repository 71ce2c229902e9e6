import { may, permissions } from '../platform/permissions';

type Creator = Parameters<typeof may>[0];

/** Whether an actor may make a key with these scopes: a key can do nothing that its maker cannot. */
export function mayGrantScopes(actor: Creator, scopes: readonly string[]): boolean {
  return permissions
    .filter((permission) => may({ type: 'api-key', scopes }, permission))
    .every((permission) => may(actor, permission));
}
