'use client';

import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { AddButton } from '../../../../../ui/add-button';
import { Button } from '../../../../../ui/button';
import type { ActionForm } from '../../../../../ui/form/use-action-form';
import type { Choice } from '../../_components/choices';
import { FormGroup } from '../../_components/form-group';
import classes from '../../_components/record-form.module.css';
import { AddressFields } from './address-fields';
import { addressValues, type CustomerValues } from './customer-values';

const MOST_ADDRESSES = 20;

interface DeliveryAddressesProps {
  form: ActionForm<CustomerValues>;
  countries: Choice[];
}

/** Where goods go, if not to the billing address: any number of addresses up to twenty. */
export function DeliveryAddresses({ form, countries }: DeliveryAddressesProps) {
  const t = useTranslations('customers');
  const addresses = form.getValues().deliveryAddresses;
  return (
    <FormGroup title={t('fields.deliveryAddresses')}>
      {addresses.length === 0 && <p className={`${classes.hint} ${classes.wide}`}>{t('form.noDelivery')}</p>}
      {addresses.map((address, index) => (
        <div
          key={address.key}
          className={`${classes.address} ${classes.wide}`}
          role="group"
          aria-label={t('form.delivery', { number: index + 1 })}
        >
          <div className={`${classes.addressHead} ${classes.wide}`}>
            <h3>{t('form.delivery', { number: index + 1 })}</h3>
            <Button
              look="quiet"
              icon={IconTrash}
              iconOnly
              onClick={() => form.removeListItem('deliveryAddresses', index)}
            >
              {t('form.removeDelivery', { number: index + 1 })}
            </Button>
          </div>
          <AddressFields form={form} path={`deliveryAddresses.${index}`} countries={countries} />
        </div>
      ))}
      {addresses.length < MOST_ADDRESSES && (
        <div className={classes.wide}>
          <AddButton onClick={() => form.insertListItem('deliveryAddresses', addressValues())}>
            {t('form.addDelivery')}
          </AddButton>
        </div>
      )}
    </FormGroup>
  );
}
