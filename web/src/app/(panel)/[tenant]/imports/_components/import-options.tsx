'use client';

import type { ImportOptions as Options } from '@countinghouse/core/imports/schemas';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { belowInput } from './field-order';
import classes from './imports.module.css';
import type { DateFormatChoice } from './mapping-rules';
import type { MappingSetup } from './setup';
import type { MappingForm } from './use-mapping';

interface OptionsProps {
  setup: MappingSetup;
  form: MappingForm;
}

/** What cannot be seen from the cells, and only when it cannot: the order of a date, the mark before decimals. */
function UnclearOptions({ form }: Pick<OptionsProps, 'form'>) {
  const t = useTranslations('imports.options');
  const { options, change, dates, faults, asksDecimal } = form;
  const blank = { value: '', label: t('choose') };
  return (
    <>
      <NativeSelect
        label={t('dateFormat')}
        inputWrapperOrder={belowInput}
        description={dates.example && t('dateExample', { value: dates.example })}
        value={options.dateFormat ?? ''}
        data={[
          ...(options.dateFormat ? [] : [blank]),
          ...dates.formats.map((value) => ({ value, label: t(`dateFormats.${value}`) })),
        ]}
        onChange={(event) => change({ dateFormat: event.currentTarget.value as DateFormatChoice })}
        error={faults.date && t('dateChoose')}
      />
      {asksDecimal && (
        <NativeSelect
          label={t('decimal')}
          value={options.decimal ?? ''}
          data={[
            ...(options.decimal ? [] : [blank]),
            { value: '.', label: t('decimals.point') },
            { value: ',', label: t('decimals.comma') },
          ]}
          onChange={(event) => change({ decimal: event.currentTarget.value === ',' ? ',' : '.' })}
          error={faults.decimal && t('decimalChoose')}
        />
      )}
    </>
  );
}

/** How the orders of the file are taken over. */
export function ImportOptions({ setup, form }: OptionsProps) {
  const t = useTranslations('imports.options');
  const { options, change } = form;
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <div className={classes.grid}>
        <UnclearOptions form={form} />
        <NativeSelect
          label={t('currency')}
          inputWrapperOrder={belowInput}
          description={t('currencyHint')}
          value={options.currency}
          data={[...setup.currencies]}
          onChange={(event) => change({ currency: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('taxCategory')}
          inputWrapperOrder={belowInput}
          description={t('taxHint')}
          value={options.taxCategoryId}
          data={[...setup.taxes]}
          onChange={(event) => change({ taxCategoryId: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('status')}
          value={options.status}
          data={[...setup.statuses]}
          onChange={(event) => change({ status: event.currentTarget.value as Options['status'] })}
        />
        <TextInput
          label={t('returnPrefix')}
          inputWrapperOrder={belowInput}
          description={t('returnPrefixHint')}
          maxLength={20}
          value={options.returnPrefix}
          onChange={(event) => change({ returnPrefix: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
