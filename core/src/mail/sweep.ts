import { sql } from '../platform/db';
import { withSystemTx } from '../platform/tx';

const KEEP_DAYS = 30;

/** Deletes old mails: they name people, and nobody looks at them again. @returns how many */
export const sweepMails = (): Promise<number> =>
  withSystemTx((tx) =>
    tx.execute(sql`delete from mails where created_at < now() - make_interval(days => ${KEEP_DAYS}::int)`),
  );
