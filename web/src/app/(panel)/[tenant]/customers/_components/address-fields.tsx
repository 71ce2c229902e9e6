'use client';

import { Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ActionForm } from '../../../../../ui/form/use-action-form';
import type { Choice } from '../../_components/choices';
import classes from '../../_components/record-form.module.css';
import type { CustomerValues } from './customer-values';

interface AddressFieldsProps {
  form: ActionForm<CustomerValues>;
  /** Where the address is in the form: `billingAddress`, `deliveryAddresses.1`. */
  path: string;
  countries: Choice[];
}

/** The parts of an address; each may stay empty. */
export function AddressFields({ form, path, countries }: AddressFieldsProps) {
  const t = useTranslations('customers.fields');
  const part = (name: 'line1' | 'line2' | 'postalCode' | 'city' | 'region', className?: string) => (
    <TextInput
      label={t(name)}
      className={className ?? ''}
      autoComplete="off"
      key={form.key(`${path}.${name}`)}
      {...form.getInputProps(`${path}.${name}`)}
    />
  );
  return (
    <>
      {part('line1', classes.half)}
      {part('line2', classes.half)}
      {part('postalCode')}
      {part('city')}
      {part('region')}
      <Select
        label={t('country')}
        data={countries}
        searchable
        clearable
        autoComplete="off"
        key={form.key(`${path}.country`)}
        {...form.getInputProps(`${path}.country`)}
      />
    </>
  );
}
