'use client';

import { Select, TagsInput, TextInput } from '@mantine/core';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../ui/form/form';
import type { ActionForm } from '../../../../../ui/form/use-action-form';
import type { Choice } from '../../_components/choices';
import { FormGroup } from '../../_components/form-group';
import classes from '../../_components/record-form.module.css';
import { ProductNames } from './product-names';
import type { ProductValues } from './product-values';
import { useProductForm, type EditedRecord } from './use-product-form';

export interface ProductChoices {
  units: Choice[];
  currencies: Choice[];
  languages: Choice[];
  taxes: Choice[];
}

interface ProductFormProps {
  tenant: string;
  initial: ProductValues;
  choices: ProductChoices;
  numberFormat: NumberFormat;
  /** The product that is changed; absent for a new one. */
  edited?: EditedRecord;
}

interface GroupProps {
  form: ActionForm<ProductValues>;
  choices: ProductChoices;
}

function WhatGroup({ form }: Pick<GroupProps, 'form'>) {
  const t = useTranslations('products');
  return (
    <FormGroup title={t('form.what')}>
      <TextInput
        label={t('fields.sku')}
        required
        data-autofocus
        autoComplete="off"
        key={form.key('sku')}
        {...form.getInputProps('sku')}
      />
      <TextInput
        label={t('fields.name')}
        className={classes.most ?? ''}
        required
        autoComplete="off"
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <TagsInput
        label={t('fields.tags')}
        className={classes.wide ?? ''}
        maxTags={30}
        key={form.key('tags')}
        {...form.getInputProps('tags')}
      />
    </FormGroup>
  );
}

function PriceGroup({ form, choices }: GroupProps) {
  const t = useTranslations('products');
  return (
    <FormGroup title={t('form.price')}>
      <TextInput
        label={t('fields.unitPrice')}
        required
        inputMode="decimal"
        autoComplete="off"
        key={form.key('unitPrice')}
        {...form.getInputProps('unitPrice')}
      />
      <Select
        label={t('fields.currency')}
        data={choices.currencies}
        searchable
        allowDeselect={false}
        key={form.key('currency')}
        {...form.getInputProps('currency')}
      />
      <Select
        label={t('fields.unit')}
        data={choices.units}
        searchable
        allowDeselect={false}
        key={form.key('unit')}
        {...form.getInputProps('unit')}
      />
      {choices.taxes.length > 0 && (
        <Select
          label={t('fields.taxCategoryId')}
          className={classes.half ?? ''}
          data={choices.taxes}
          allowDeselect={false}
          key={form.key('taxCategoryId')}
          {...form.getInputProps('taxCategoryId')}
        />
      )}
    </FormGroup>
  );
}

/** The form of a product, new or changed. */
export function ProductForm({ tenant, initial, choices, numberFormat, edited }: ProductFormProps) {
  const t = useTranslations('products');
  const form = useProductForm(tenant, initial, numberFormat, edited);
  const home = `/${tenant}/products${edited ? `/${edited.id}` : ''}`;
  return (
    <Form form={form} className={classes.form}>
      {edited && form.failure?.code === 'stale' && (
        <p>
          <a href={home} target="_blank">
            {t('form.showNewest')}
          </a>
        </p>
      )}
      <WhatGroup form={form} />
      <PriceGroup form={form} choices={choices} />
      <ProductNames form={form} languages={choices.languages} />
      <div className={classes.bar}>
        <FormActions busy={form.busy} label={t(edited ? 'form.save' : 'form.create')} cancelHref={home} />
      </div>
    </Form>
  );
}
