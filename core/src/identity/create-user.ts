import { config } from '../platform/config';
import { sql } from '../platform/db';
import { conflict, forbidden, parse } from '../platform/errors';
import { newId } from '../platform/ids';
import type { Language } from '../platform/time';
import { withSystemTx, type Tx } from '../platform/tx';
import { credentialsByEmail, toUser } from './internal';
import { hashPassword } from './password-hash';
import { demandGoodPassword } from './password-rules';
import { CreateUserInput, type User } from './schemas';

export interface NewUser {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  language: Language;
}

/**
 * Inserts a user in an open transaction, of the system or of a company that the user joins in it.
 * @returns false when the address has an account already
 */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  // No conflict target: naming one would need the right to see the row that is in the way.
  const inserted = await tx.execute(sql`
    insert into users (id, email, name, password_hash, language, updated_at)
    values (${user.id}::uuid, ${user.email}, ${user.name}, ${user.passwordHash}, ${user.language}, now())
    on conflict do nothing`);
  return inserted === 1;
}

/** Checks and hashes the password of a new account. @throws AppError `invalid` saying what is wrong with it */
export async function hashNewPassword(
  password: string,
  person: { email: string; name: string },
): Promise<string> {
  demandGoodPassword('password', password, person);
  return hashPassword(password);
}

/**
 * Creates a user for the command line and the seed. Without a password the account can only be opened by a
 * mailed link.
 * @param published the password is a published one; only the demo may do that
 * @throws AppError `conflict` (`email-taken`), `invalid`, `forbidden` for a published password outside the demo
 */
export async function createUser(input: CreateUserInput, { published = false } = {}): Promise<User> {
  const { password, ...person } = parse(CreateUserInput, input);
  if (published && !config().COUNTINGHOUSE_DEMO) {
    throw forbidden('Published passwords need COUNTINGHOUSE_DEMO=1.');
  }
  const hash = published ? hashPassword : (text: string) => hashNewPassword(text, person);
  const passwordHash = password === undefined ? null : await hash(password);
  const user = { id: newId(), ...person, passwordHash };
  if (!(await withSystemTx((tx) => insertUser(tx, user)))) {
    throw conflict('This address has an account already.', 'email-taken');
  }
  return toUser({ ...user, timeZone: null, dateFormat: 'dmy', numberFormat: 'comma-point' });
}

/** The user of an address, for commands that name people by it. */
export async function findUserByEmail(email: string): Promise<User | null> {
  const found = await credentialsByEmail(email.trim().toLowerCase());
  return found ? toUser(found) : null;
}
