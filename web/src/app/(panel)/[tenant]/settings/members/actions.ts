'use server';

import {
  changeRole,
  inviteMember,
  removeMember,
  revokeInvitation,
  type ChangeRoleInput,
  type InviteMemberInput,
} from '@countinghouse/core/members';
import { inCompany } from '../../../../../server/action';

export async function inviteAction(tenant: string, input: InviteMemberInput) {
  return inCompany(tenant, (ctx) => inviteMember(ctx, input));
}

export async function changeRoleAction(tenant: string, input: ChangeRoleInput) {
  return inCompany(tenant, (ctx) => changeRole(ctx, input));
}

export async function removeMemberAction(tenant: string, userId: string) {
  return inCompany(tenant, (ctx) => removeMember(ctx, userId));
}

export async function revokeInvitationAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => revokeInvitation(ctx, id));
}
