import type {
  Address,
  CreateCustomerInput,
  CustomerDto,
  CustomerKind,
} from '@countinghouse/core/customers/schemas';

export type AddressValues = {
  key: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string | null;
};

/** A customer as it is being typed; nothing is refused while typing. */
export type CustomerValues = {
  kind: CustomerKind;
  name: string;
  externalNumber: string;
  taxId: string;
  emails: string[];
  phones: string[];
  billingAddress: AddressValues;
  deliveryAddresses: AddressValues[];
  currency: string | null;
  paymentTermsDays: string;
  language: string | null;
  tags: string[];
  notes: string;
};

export const addressValues = (address?: Address | null): AddressValues => ({
  key: Math.random().toString(36).slice(2),
  line1: address?.line1 ?? '',
  line2: address?.line2 ?? '',
  city: address?.city ?? '',
  region: address?.region ?? '',
  postalCode: address?.postalCode ?? '',
  country: address?.country ?? null,
});

export const valuesOf = (customer?: CustomerDto): CustomerValues => ({
  kind: customer?.kind ?? 'company',
  name: customer?.name ?? '',
  externalNumber: customer?.externalNumber ?? '',
  taxId: customer?.taxId ?? '',
  emails: customer?.emails ?? [],
  phones: customer?.phones ?? [],
  billingAddress: addressValues(customer?.billingAddress),
  deliveryAddresses: customer?.deliveryAddresses.map(addressValues) ?? [],
  currency: customer?.currency ?? null,
  paymentTermsDays: customer?.paymentTermsDays?.toString() ?? '',
  language: customer?.language ?? null,
  tags: customer?.tags ?? [],
  notes: customer?.notes ?? '',
});

const addressInput = ({ line1, line2, city, region, postalCode, country }: AddressValues) => ({
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
});

/** Stands for text that is no number: the server says of it what it says of everything that is not a whole number. */
const NO_NUMBER = 0.5;

function daysOf(text: string): number | null {
  const days = text.trim();
  if (days === '') return null;
  return /^\d{1,4}$/.test(days) ? Number(days) : NO_NUMBER;
}

export const inputOf = (values: CustomerValues): CreateCustomerInput => ({
  ...values,
  billingAddress: addressInput(values.billingAddress),
  deliveryAddresses: values.deliveryAddresses.map(addressInput),
  paymentTermsDays: daysOf(values.paymentTermsDays),
});
