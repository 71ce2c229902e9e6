'use server';

import {
  changePassword,
  revokeOtherSessions,
  revokeSession,
  updateProfile,
  type ChangePasswordInput,
  type UpdateProfileInput,
} from '@countinghouse/core/identity';
import { headers } from 'next/headers';
import { inAccount } from '../../../../server/action';

export async function updateProfileAction(input: UpdateProfileInput) {
  return inAccount(({ user }) => updateProfile(user.id, input));
}

export async function changePasswordAction(input: ChangePasswordInput) {
  const ip = (await headers()).get('x-client-address') ?? '';
  return inAccount(({ id, user }) => changePassword(user.id, input, { sessionId: id, ip }));
}

export async function revokeSessionAction(sessionId: string) {
  return inAccount(({ user }) => revokeSession(user.id, sessionId));
}

export async function revokeOtherSessionsAction() {
  return inAccount(({ id, user }) => revokeOtherSessions(user.id, id));
}
