import { z } from 'zod';
import { EmailAddress } from '../platform/email';
import { RequiredLine } from '../platform/fields';
import { NumberFormatName } from '../platform/money';
import { DateFormatName, LanguageCode, TimeZoneName } from '../platform/time';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
const NAME_MAX = 100;

export const PersonName = RequiredLine(NAME_MAX);

/** Only the length; what makes a password too easy is decided on the server. */
export const NewPassword = z.string().max(PASSWORD_MAX);

/** A person as the rest of the product sees one. */
export const User = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: LanguageCode,
  /** null: the company's own. */
  timeZone: z.string().nullable(),
  dateFormat: DateFormatName,
  numberFormat: NumberFormatName,
});
export type User = z.infer<typeof User>;

export const UpdateProfileInput = z
  .strictObject({
    name: PersonName,
    language: LanguageCode,
    timeZone: TimeZoneName.nullable(),
    dateFormat: DateFormatName,
    numberFormat: NumberFormatName,
  })
  .partial();
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

export const CreateUserInput = z.strictObject({
  email: EmailAddress,
  name: PersonName,
  password: NewPassword.optional(),
  language: LanguageCode.default('en'),
});
export type CreateUserInput = z.input<typeof CreateUserInput>;

export const ChangePasswordInput = z.strictObject({
  currentPassword: z.string().min(1),
  newPassword: NewPassword,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** A session that is in force, with the person whose it is. Instants are RFC 3339 texts in UTC. */
export const Session = z.object({
  id: z.uuid(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The absolute limit; the idle limit may end it before. */
  expiresAt: z.string(),
  user: User,
});
export type Session = z.infer<typeof Session>;

/** One line of the list of own sessions. */
export interface SessionLine {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}
