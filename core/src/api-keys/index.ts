export { authenticateApiKey, type ApiKeyIdentity } from './authenticate';
export { createApiKey } from './create';
export { listApiKeys } from './list';
export { mayGrantScopes } from './policy';
export { revokeApiKey } from './revoke';
export { sweepIdempotencyKeys } from './sweep';
export * from './schemas';
