'use client';

import type { CreateCustomerInput, CustomerDto } from '@countinghouse/core/customers/schemas';
import { useRouter } from 'next/navigation';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { changedFields } from '../../_components/changed-fields';
import { placedFaults } from '../../_components/placed-faults';
import { createCustomerAction, updateCustomerAction } from '../actions';
import { inputOf, type CustomerValues } from './customer-values';

export interface EditedRecord {
  id: string;
  version: number;
}

const listPath = /^(emails|phones|tags)\.\d+$/;

/** The form of a customer, new or changed. A draft belongs to one version: it never covers a newer one. */
export function useCustomerForm(tenant: string, initial: CustomerValues, edited?: EditedRecord) {
  const router = useRouter();
  const save = async (input: CreateCustomerInput) =>
    placedFaults<CustomerDto>(
      edited
        ? await updateCustomerAction(
            tenant,
            edited.id,
            edited.version,
            changedFields(inputOf(initial), input),
          )
        : await createCustomerAction(tenant, input),
      (path) => path.replace(listPath, '$1'),
    );
  return useActionForm<CustomerValues, CustomerDto, CreateCustomerInput>({
    action: save,
    initialValues: initial,
    toInput: inputOf,
    draft: `${tenant}/customer/${edited ? `${edited.id}/${edited.version}` : 'new'}`,
    onSaved: (customer) => {
      router.push(`/${tenant}/customers/${customer.id}`);
      router.refresh();
    },
  });
}
