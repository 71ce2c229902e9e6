import type { Ctx } from '../../platform/context';
import type { Role } from '../../platform/permissions';
import type { World } from './world';

export interface Verb {
  /** Asks for something that works in the world's own company. */
  run(ctx: Ctx, world: World): Promise<unknown>;
  /** The strongest role that is refused, and with it all weaker ones; absent where all roles may. */
  refused?: Role;
  /** What the owner of another company gets for our ids; `own` where none of ours is named. */
  abroad: 'not-found' | 'invalid' | 'nothing' | 'own';
  /** Asks for no permission: jobs call it, or everyone may. */
  open?: true;
  /** Talks to the store, so that no transaction can take it back. */
  storage?: true;
}

export const read = (run: Verb['run'], more: Partial<Verb> = {}): Verb => ({
  run,
  abroad: 'not-found',
  ...more,
});
export const list = (run: Verb['run'], more: Partial<Verb> = {}): Verb => ({
  run,
  abroad: 'nothing',
  ...more,
});
export const write = (run: Verb['run'], more: Partial<Verb> = {}): Verb => ({
  run,
  refused: 'analyst',
  abroad: 'not-found',
  ...more,
});
export const job = (run: Verb['run']): Verb => ({ run, abroad: 'own', open: true });
export const forAdmins = { refused: 'manager' } as const;
export const forAnalysts = { refused: 'viewer', abroad: 'own' } as const;
