import { z } from 'zod';
import { EmailAddress } from '../platform/email';
import { RequiredLine } from '../platform/fields';
import { roles, type Role } from '../platform/permissions';
import { LanguageCode } from '../platform/time';

export const RoleName = z.enum(roles);

export const InviteMemberInput = z.strictObject({ email: EmailAddress, role: RoleName });
export type InviteMemberInput = z.input<typeof InviteMemberInput>;

export const ChangeRoleInput = z.strictObject({ userId: z.uuid(), role: RoleName });
export type ChangeRoleInput = z.infer<typeof ChangeRoleInput>;

/** Whoever has no account yet makes one with the invitation. */
export const NewAccount = z.strictObject({
  name: RequiredLine(100),
  /** Judged by the same rules as every new password. */
  password: z.string(),
  language: LanguageCode.optional(),
});
export type NewAccount = z.input<typeof NewAccount>;

/** A member of a company. Instants are RFC 3339 texts in UTC. */
export interface Member {
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** The account was disabled by the operator. */
  disabled: boolean;
  joinedAt: string;
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  invitedBy: string | null;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
}

/** What the page of an invitation's link shows. */
export interface InvitationView {
  email: string;
  role: Role;
  company: string;
  inviter: string | null;
  /** Language of the company, for people who have none of their own yet. */
  language: z.infer<typeof LanguageCode>;
  /** The address has an account: its owner signs in and accepts, and makes no second one. */
  hasAccount: boolean;
}

/** A company that a person works in. */
export interface MyTenant {
  tenantId: string;
  slug: string;
  name: string;
  role: Role;
}
