import { z } from 'zod';
import { says } from '../platform/errors';
import {
  Archived,
  bulkInput,
  CountryCode,
  IdList,
  Iso639Code,
  Line,
  listFields,
  OptionalLine,
  Paragraphs,
  RequiredLine,
  SearchText,
  Tag,
  Tags,
  unique,
} from '../platform/fields';
import { Id } from '../platform/ids';
import { CurrencyCode } from '../platform/money';

export const customerKinds = ['company', 'person'] as const;
export type CustomerKind = (typeof customerKinds)[number];

const addressPart = (longest: number) => OptionalLine(longest).default(null);

/** Every part may be missing: imported customers often come with a country alone. */
export const AddressInput = z.strictObject({
  line1: addressPart(200),
  line2: addressPart(200),
  city: addressPart(100),
  region: addressPart(100),
  postalCode: addressPart(20),
  country: CountryCode.nullable().default(null),
});
export type Address = z.output<typeof AddressInput>;

const isFilled = (address: Address) => Object.values(address).some((part) => part !== null);

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@"<>,;]{1,64}@[^\s@"<>,;]{1,255}$/u, says('email'));

/** Kept as typed: how people write a number says how to dial it from where they are. */
export const Phone = Line(40).refine(
  (text) => text.replace(/\D/g, '').length >= 3 && /^[\p{L}\d+()./,;*#\- ]*$/u.test(text),
  says('phone'),
);

const fields = {
  kind: z.enum(customerKinds),
  name: RequiredLine(200),
  externalNumber: OptionalLine(80),
  taxId: OptionalLine(40),
  emails: z.array(Email).overwrite(unique).max(20),
  phones: z.array(Phone).overwrite(unique).max(20),
  billingAddress: AddressInput.nullable().transform((address) =>
    address && isFilled(address) ? address : null,
  ),
  deliveryAddresses: z
    .array(AddressInput)
    .max(20)
    .overwrite((addresses) => addresses.filter(isFilled)),
  currency: CurrencyCode.nullable(),
  paymentTermsDays: z.number().int().min(0).max(365).nullable(),
  language: Iso639Code.nullable(),
  tags: Tags,
  notes: Paragraphs(5_000),
};

export const CreateCustomerInput = z.strictObject({
  kind: fields.kind.default('company'),
  name: fields.name,
  externalNumber: fields.externalNumber.default(null),
  taxId: fields.taxId.default(null),
  emails: fields.emails.default([]),
  phones: fields.phones.default([]),
  billingAddress: fields.billingAddress.default(null),
  deliveryAddresses: fields.deliveryAddresses.default([]),
  currency: fields.currency.default(null),
  paymentTermsDays: fields.paymentTermsDays.default(null),
  language: fields.language.default(null),
  tags: fields.tags.default([]),
  notes: fields.notes.default(''),
});
export type CreateCustomerInput = z.input<typeof CreateCustomerInput>;
export type CustomerData = z.output<typeof CreateCustomerInput>;

/** Only what is given changes; lists are replaced as a whole. */
export const UpdateCustomerInput = z.strictObject(fields).partial();
export type UpdateCustomerInput = z.input<typeof UpdateCustomerInput>;

/** A customer from a file: matched by its number in the system it comes from. */
export const ImportedCustomer = CreateCustomerInput.extend({ externalNumber: RequiredLine(80) });
export type ImportedCustomer = z.input<typeof ImportedCustomer>;

export const customerSorts = ['name', '-name', 'createdAt', '-createdAt'] as const;
export type CustomerSort = (typeof customerSorts)[number];

/** Filters of the list, as they stand in a URL. Bulk actions and the export take the same. */
export const CustomerFilters = z.strictObject({
  q: SearchText.optional(),
  kind: z.enum(customerKinds).optional(),
  tag: Tag.optional(),
  country: CountryCode.optional(),
  currency: CurrencyCode.optional(),
  language: Iso639Code.optional(),
  archived: Archived.default('false'),
  ids: IdList.optional(),
});
export type CustomerFilters = z.output<typeof CustomerFilters>;

export const ListCustomersInput = CustomerFilters.extend({
  ...listFields,
  sort: z.enum(customerSorts).default('name'),
});
export type ListCustomersInput = z.input<typeof ListCustomersInput>;

export const BulkCustomersInput = bulkInput(CustomerFilters);
export type BulkCustomersInput = z.input<typeof BulkCustomersInput>;

const part = z.string().nullable();
const AddressDto = z.object({
  line1: part,
  line2: part,
  city: part,
  region: part,
  postalCode: part,
  country: part,
});

export const CustomerDto = z.object({
  id: Id,
  version: z.number().int(),
  kind: z.enum(customerKinds),
  name: z.string(),
  externalNumber: z.string().nullable(),
  taxId: z.string().nullable(),
  emails: z.array(z.string()),
  phones: z.array(z.string()),
  billingAddress: AddressDto.nullable(),
  deliveryAddresses: z.array(AddressDto),
  currency: z.string().nullable(),
  paymentTermsDays: z.number().int().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  notes: z.string(),
  archived: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CustomerDto = z.infer<typeof CustomerDto>;

/** What a picker shows of a customer, and what an order takes over from it. */
export interface CustomerSuggestion {
  id: string;
  kind: CustomerKind;
  name: string;
  externalNumber: string | null;
  city: string | null;
  country: string | null;
  currency: string | null;
}
