import { notFound } from '../platform/errors';
import { credentialsById, toUser } from './internal';
import type { User } from './schemas';

/** One's own profile. @throws AppError `not-found` when the account is disabled or gone */
export async function getProfile(userId: string): Promise<User> {
  const found = await credentialsById(userId);
  if (!found) throw notFound('user');
  return toUser(found);
}
