'use server';

import { requestPasswordReset } from '@countinghouse/core/identity';
import { asVisitor } from '../../../server/action';

/** Mails a link; the answer is the same whether the address has an account or not. */
export async function requestResetAction({ email }: { email: string }) {
  return asVisitor((ip) => requestPasswordReset(email, ip));
}
