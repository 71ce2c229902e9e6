'use server';

import { acceptInvitation, type NewAccount } from '@countinghouse/core/members';
import { asVisitor, inAccount } from '../../../../server/action';

interface JoinInput extends NewAccount {
  token: string;
}

/** Accepts with a new account; answers the company's short name. */
export async function joinAction({ token, name, password, language }: JoinInput) {
  return asVisitor(async (ip) => (await acceptInvitation(token, { name, password, language }, { ip })).slug);
}

/** Accepts as whoever is signed in; answers the company's short name. */
export async function acceptAction({ token }: { token: string }) {
  return inAccount(async ({ user }) => (await acceptInvitation(token, { userId: user.id })).slug);
}
