import { systemCtx, type Ctx } from '../platform/context';
import { notFound } from '../platform/errors';
import { findTenantId } from '../tenants';

/** The context in which a command works in a company. @throws AppError `not-found` */
export async function tenantBySlug(slug: string): Promise<Ctx> {
  const id = await findTenantId(slug);
  if (!id) throw notFound(`company ${slug}`);
  return systemCtx(id, 'operator');
}
