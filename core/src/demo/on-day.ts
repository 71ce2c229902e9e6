import { createCtx, type Ctx } from '../platform/context';

/** The company at noon of another day: documents carry the dates on which they were due, not all today's. */
export const onDay = (ctx: Ctx, day: string): Ctx =>
  createCtx({ tenantId: ctx.tenantId, actor: ctx.actor, clock: () => new Date(`${day}T12:00:00Z`) });
