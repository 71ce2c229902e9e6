'use server';

import { resetPassword } from '@countinghouse/core/identity';
import { asVisitor } from '../../../../server/action';

interface ResetInput {
  token: string;
  password: string;
}

/** Sets the new password and ends every session of the account. */
export async function resetPasswordAction({ token, password }: ResetInput) {
  return asVisitor(() => resetPassword(token, password));
}
