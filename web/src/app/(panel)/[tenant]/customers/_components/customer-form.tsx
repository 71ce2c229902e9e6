'use client';

import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../ui/form/form';
import type { ActionForm } from '../../../../../ui/form/use-action-form';
import type { Choice } from '../../_components/choices';
import { FormGroup } from '../../_components/form-group';
import classes from '../../_components/record-form.module.css';
import { AddressFields } from './address-fields';
import type { CustomerValues } from './customer-values';
import { DeliveryAddresses } from './delivery-addresses';
import { useCustomerForm, type EditedRecord } from './use-customer-form';

export interface CustomerChoices {
  countries: Choice[];
  languages: Choice[];
  currencies: Choice[];
}

interface CustomerFormProps {
  tenant: string;
  initial: CustomerValues;
  choices: CustomerChoices;
  /** The customer that is changed; absent for a new one. */
  edited?: EditedRecord;
}

interface GroupProps {
  form: ActionForm<CustomerValues>;
}

function WhoGroup({ form }: GroupProps) {
  const t = useTranslations('customers');
  const kinds = (['company', 'person'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <FormGroup title={t('form.who')}>
      <TextInput
        label={t('fields.name')}
        className={classes.most ?? ''}
        required
        data-autofocus
        autoComplete="off"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Select
        label={t('fields.kind')}
        data={kinds}
        allowDeselect={false}
        key={form.key('kind')}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('fields.externalNumber')}
        description={t('form.externalNumberHint')}
        className={classes.half ?? ''}
        autoComplete="off"
        key={form.key('externalNumber')}
        {...form.getInputProps('externalNumber')}
      />
      <TextInput
        label={t('fields.taxId')}
        description={t('form.taxIdHint')}
        className={classes.half ?? ''}
        autoComplete="off"
        key={form.key('taxId')}
        {...form.getInputProps('taxId')}
      />
    </FormGroup>
  );
}

function ContactGroup({ form, languages }: GroupProps & { languages: Choice[] }) {
  const t = useTranslations('customers');
  return (
    <FormGroup title={t('form.contact')}>
      <TagsInput
        label={t('fields.emails')}
        description={t('form.manyHint')}
        splitChars={[',', ';', ' ']}
        maxTags={20}
        inputMode="email"
        autoComplete="off"
        key={form.key('emails')}
        {...form.getInputProps('emails')}
      />
      <TagsInput
        label={t('fields.phones')}
        description={t('form.manyHint')}
        splitChars={[',', ';']}
        maxTags={20}
        inputMode="tel"
        autoComplete="off"
        key={form.key('phones')}
        {...form.getInputProps('phones')}
      />
      <Select
        label={t('fields.language')}
        description={t('form.languageHint')}
        data={languages}
        searchable
        clearable
        autoComplete="off"
        key={form.key('language')}
        {...form.getInputProps('language')}
      />
    </FormGroup>
  );
}

function TermsGroup({ form, currencies }: GroupProps & { currencies: Choice[] }) {
  const t = useTranslations('customers');
  return (
    <FormGroup title={t('form.terms')}>
      <Select
        label={t('fields.currency')}
        data={currencies}
        searchable
        clearable
        autoComplete="off"
        key={form.key('currency')}
        {...form.getInputProps('currency')}
      />
      <TextInput
        label={t('fields.paymentTermsDays')}
        inputMode="numeric"
        autoComplete="off"
        key={form.key('paymentTermsDays')}
        {...form.getInputProps('paymentTermsDays')}
      />
      <TagsInput
        label={t('fields.tags')}
        maxTags={30}
        key={form.key('tags')}
        {...form.getInputProps('tags')}
      />
      <Textarea
        label={t('fields.notes')}
        className={classes.wide ?? ''}
        autosize
        minRows={3}
        maxRows={12}
        key={form.key('notes')}
        {...form.getInputProps('notes')}
      />
    </FormGroup>
  );
}

/** The form of a customer, new or changed. */
export function CustomerForm({ tenant, initial, choices, edited }: CustomerFormProps) {
  const t = useTranslations('customers');
  const form = useCustomerForm(tenant, initial, edited);
  const home = `/${tenant}/customers${edited ? `/${edited.id}` : ''}`;
  return (
    <Form form={form} className={classes.form}>
      {edited && form.failure?.code === 'stale' && (
        <p>
          <a href={home} target="_blank">
            {t('form.showNewest')}
          </a>
        </p>
      )}
      <WhoGroup form={form} />
      <ContactGroup form={form} languages={choices.languages} />
      <FormGroup title={t('fields.billingAddress')}>
        <AddressFields form={form} path="billingAddress" countries={choices.countries} />
      </FormGroup>
      <DeliveryAddresses form={form} countries={choices.countries} />
      <TermsGroup form={form} currencies={choices.currencies} />
      <div className={classes.bar}>
        <FormActions busy={form.busy} label={t(edited ? 'form.save' : 'form.create')} cancelHref={home} />
      </div>
    </Form>
  );
}
