// Who asks: API keys of several companies, and the session of one owner.
const LISTED = 10;

const slug = (number) => `bench-${String(number).padStart(2, '0')}`;

export async function answer(core) {
  const { createApiKey } = await core('api-keys');
  const { createSession, findUserByEmail } = await core('identity');
  const { systemCtx } = await core('platform/context');
  const { findTenantId } = await core('tenants');
  const companyOf = async (number) => {
    const tenantId = await findTenantId(slug(number));
    const { key } = await createApiKey(systemCtx(tenantId, 'bench'), { name: 'Bench', scopes: ['*'] });
    return { slug: slug(number), tenantId, key };
  };
  const numbers = (first) => Array.from({ length: LISTED }, (_, index) => first + index);
  // Rows that write take other companies than rows that read, so that the lists stay what the seed made.
  const listed = await Promise.all(numbers(1).map(companyOf));
  const written = await Promise.all(numbers(41).map(companyOf));
  const owner = await findUserByEmail(`owner@${slug(1)}.test`);
  const { token } = await createSession(owner.id);
  return { listed, written, session: token };
}
