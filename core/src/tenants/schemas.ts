import { z } from 'zod';
import { says } from '../platform/errors';
import { CountryCode, RequiredLine } from '../platform/fields';
import { CurrencyCode } from '../platform/money';
import { LanguageCode, TimeZoneName } from '../platform/time';

export const SLUG_MIN = 2;
export const SLUG_MAX = 40;

/** First parts of addresses that belong to the product itself, now or later. */
const reserved = new Set(
  (
    'about account accounts admin api app assets auth billing companies company dashboard dashboards ' +
    'development docs favicon files forgot graphql health help hooks invitation invitations live login logout ' +
    'mails manifest metrics new next objects offline panel panels profile public register reset robots security ' +
    'session sessions settings share sign-in sign-out sign-up signin signout signup sitemap static status ' +
    'storage support system tenant tenants terms user users welcome www'
  ).split(' '),
);

/** The company's part of web addresses: small letters, digits and single hyphens. It never changes. */
export const Slug = z
  .string()
  .min(SLUG_MIN)
  .max(SLUG_MAX)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: says('slug') })
  .refine((slug) => !reserved.has(slug), { error: says('reserved') });

const Name = RequiredLine(120);

/** Tax is rounded once per tax group of a document, or on each line (rules 1 and 2). */
export const taxRoundings = ['group', 'line'] as const;

/** A company. Instants are RFC 3339 texts in UTC, bytes a whole number as text. */
export const Tenant = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  language: LanguageCode,
  country: z.string().nullable(),
  pricesIncludeTax: z.boolean(),
  taxRounding: z.enum(taxRoundings),
  fileQuotaBytes: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Tenant = z.infer<typeof Tenant>;

export const CreateTenantInput = z.strictObject({
  slug: Slug,
  name: Name,
  currency: CurrencyCode,
  timeZone: TimeZoneName,
  language: LanguageCode.default('en'),
  country: CountryCode.nullable().default(null),
  ownerUserId: z.uuid(),
});
export type CreateTenantInput = z.input<typeof CreateTenantInput>;

export const UpdateTenantInput = z.strictObject({
  expectedVersion: z.number().int(),
  name: Name.optional(),
  currency: CurrencyCode.optional(),
  timeZone: TimeZoneName.optional(),
  language: LanguageCode.optional(),
  country: CountryCode.nullable().optional(),
  pricesIncludeTax: z.boolean().optional(),
  taxRounding: z.enum(taxRoundings).optional(),
});
export type UpdateTenantInput = z.infer<typeof UpdateTenantInput>;
