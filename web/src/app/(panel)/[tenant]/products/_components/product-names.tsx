'use client';

import { Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { AddButton } from '../../../../../ui/add-button';
import { Button } from '../../../../../ui/button';
import type { ActionForm } from '../../../../../ui/form/use-action-form';
import type { Choice } from '../../_components/choices';
import { FormGroup } from '../../_components/form-group';
import classes from '../../_components/record-form.module.css';
import { nameValues, type ProductValues } from './product-values';

const MOST_NAMES = 30;

interface ProductNamesProps {
  form: ActionForm<ProductValues>;
  languages: Choice[];
}

/** What the product is called in other languages, for documents and customers. */
export function ProductNames({ form, languages }: ProductNamesProps) {
  const t = useTranslations('products');
  const { names } = form.getValues();
  return (
    <FormGroup title={t('fields.names')}>
      <p className={`${classes.hint} ${classes.wide}`}>{t('form.namesHint')}</p>
      {names.map((row, index) => (
        <div key={row.key} className={`${classes.nameRow} ${classes.wide}`}>
          <Select
            aria-label={t('form.language', { number: index + 1 })}
            placeholder={t('form.chooseLanguage')}
            data={languages}
            searchable
            autoComplete="off"
            key={form.key(`names.${index}.language`)}
            {...form.getInputProps(`names.${index}.language`)}
          />
          <TextInput
            aria-label={t('form.nameIn', { number: index + 1 })}
            autoComplete="off"
            key={form.key(`names.${index}.name`)}
            {...form.getInputProps(`names.${index}.name`)}
          />
          <Button look="quiet" icon={IconTrash} iconOnly onClick={() => form.removeListItem('names', index)}>
            {t('form.removeName', { number: index + 1 })}
          </Button>
        </div>
      ))}
      {names.length < MOST_NAMES && (
        <div className={classes.wide}>
          <AddButton onClick={() => form.insertListItem('names', nameValues())}>
            {t('form.addName')}
          </AddButton>
        </div>
      )}
    </FormGroup>
  );
}
