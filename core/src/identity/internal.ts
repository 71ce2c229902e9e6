import { sql, raw } from '../platform/db';
import { EmailAddress } from '../platform/email';
import type { Tx } from '../platform/tx';
import { withSystemTx } from '../platform/tx';
import { User } from './schemas';

/** The columns of a `User`, from `users u`. */
export const userColumns = raw(
  'u.id, u.email, u.name, u.language, u.time_zone as "timeZone", u.date_format as "dateFormat", ' +
    'u.number_format as "numberFormat"',
);

export interface Credentials extends User {
  passwordHash: string | null;
  disabledAt: Date | null;
}

/** The address as it is stored, or the text itself where it is no address at all. */
export const storedEmail = (typed: string): string => EmailAddress.safeParse(typed).data ?? typed;

export const toUser = (row: User): User => User.parse(row);

const one = async (tx: Tx, condition: ReturnType<typeof sql>): Promise<Credentials | null> => {
  const [row] = await tx.query<Credentials>(sql`
    select ${userColumns}, u.password_hash as "passwordHash", u.disabled_at as "disabledAt"
    from users u where ${condition}`);
  return row ?? null;
};

export const credentialsByEmail = (email: string): Promise<Credentials | null> =>
  withSystemTx((tx) => one(tx, sql`u.email = ${email}`));

export const credentialsById = (userId: string): Promise<Credentials | null> =>
  withSystemTx((tx) => one(tx, sql`u.id = ${userId}::uuid and u.disabled_at is null`));
