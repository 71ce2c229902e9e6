import { CreateApiKeyInput } from '@countinghouse/core/api-keys/schemas';
import { CreateCustomerInput } from '@countinghouse/core/customers/schemas';
import { RequestUploadInput } from '@countinghouse/core/files/schemas';
import { ChangePasswordInput, UpdateProfileInput } from '@countinghouse/core/identity/schemas';
import { CreateImportInput, PlanImportInput } from '@countinghouse/core/imports/schemas';
import { InviteMemberInput, NewAccount } from '@countinghouse/core/members/schemas';
import { CreateOrderInput, UpdateOrderInput } from '@countinghouse/core/orders/schemas';
import { faultCodes, isAppError, parse, reasons, type FieldFault } from '@countinghouse/core/platform/errors';
import { languages, type Language } from '@countinghouse/core/platform/time';
import { CreateProductInput } from '@countinghouse/core/products/schemas';
import { CreateTaxCategoryInput } from '@countinghouse/core/taxes/schemas';
import { UpdateTenantInput } from '@countinghouse/core/tenants/schemas';
import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { messagesOf } from './messages';

const forms = {
  CreateApiKeyInput,
  ChangePasswordInput,
  CreateCustomerInput,
  CreateImportInput,
  CreateOrderInput,
  CreateProductInput,
  CreateTaxCategoryInput,
  InviteMemberInput,
  NewAccount,
  PlanImportInput,
  RequestUploadInput,
  UpdateOrderInput,
  UpdateProfileInput,
  UpdateTenantInput,
} satisfies Record<string, z.ZodObject | z.ZodType>;

async function sayer(language: Language) {
  const messages = await messagesOf(language);
  const onError = (error: Error) => {
    throw error;
  };
  const say = createTranslator({ locale: language, messages, namespace: 'faults', onError } as never);
  return ({ code, values }: FieldFault) => (say as (key: string, values?: object) => string)(code, values);
}

function faultsOf(schema: z.ZodType, input: unknown): FieldFault[] {
  try {
    parse(schema, input);
    return [];
  } catch (error) {
    if (isAppError(error)) return error.faults;
    throw error;
  }
}

const typed = fc.oneof(
  fc.constantFrom(
    '',
    '-1',
    '1e9',
    '0',
    '1.2345678',
    'anna',
    '21.11.2026',
    'x'.repeat(20_000),
    '\u0000',
    null,
  ),
  fc.integer(),
  fc.double(),
  fc.string(),
);
const rows = fc.array(
  fc.dictionary(fc.constantFrom('quantity', 'title', 'percent', 'rate', 'validFrom'), typed),
);

/** Fields of the form, each filled with something that hardly fits. */
function anyInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  const { shape } = (schema as { _zod: { def: { shape?: object; in?: { def: { shape: object } } } } })._zod
    .def;
  const names = Object.keys(shape ?? (schema as unknown as { in?: { shape: object } }).in?.shape ?? {});
  return fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(typed, rows)])), {
    requiredKeys: [],
  });
}

describe('faults beside fields', () => {
  it.each(languages)('has a text for every fault and every reason in %s', async (language) => {
    const { faults, errors } = await messagesOf(language);
    expect(Object.keys(faults).sort()).toEqual([...faultCodes].sort());
    expect(Object.keys(errors['reasons'] as object).sort()).toEqual([...reasons].sort());
  });

  it.each(Object.entries(forms))('never stay English on a Russian form: %s', async (_, schema) => {
    const say = await sayer('ru');
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyInput(schema), (input) => {
        for (const one of faultsOf(schema, input)) {
          seen.add(one.code);
          expect(say(one)).toMatch(/^(?!.*[{}]).*[а-яё]/i);
        }
      }),
    );
    expect(seen.size).toBeGreaterThan(0);
  });
});
