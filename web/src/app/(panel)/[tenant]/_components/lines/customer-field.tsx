'use client';

import { Autocomplete } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { suggestCustomersAction } from './actions';
import type { CustomerDraft } from './draft';
import { fieldAt } from './field-at';
import { useSuggestions } from './use-suggestions';

interface CustomerFieldProps {
  tenant: string;
  draft: Pick<CustomerDraft, 'customerId' | 'customerName'>;
  errors: Record<string, string>;
  change: (patch: Partial<Pick<CustomerDraft, 'customerId' | 'customerName' | 'currency'>>) => void;
  description?: string;
  required?: boolean;
}

/** The customer, found by typing; choosing one also chooses its currency. */
export function CustomerField({ tenant, draft, errors, change, ...rest }: CustomerFieldProps) {
  const t = useTranslations('lines');
  const customers = useSuggestions(draft.customerName, (text) => suggestCustomersAction(tenant, text));
  const type = (text: string) => {
    const chosen = customers.find((customer) => customer.name === text);
    change({
      customerId: chosen?.id ?? null,
      customerName: text,
      ...(chosen?.currency && { currency: chosen.currency }),
    });
  };
  return (
    <Autocomplete
      label={t('customer')}
      value={draft.customerName}
      onChange={type}
      data={[...new Set(customers.map((customer) => customer.name))]}
      filter={({ options }) => options}
      {...rest}
      {...fieldAt(errors, 'customerId')}
      data-autofocus
    />
  );
}
