'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { belowInput } from './field-order';
import classes from './imports.module.css';
import type { FieldChoice, MappingSetup } from './setup';
import type { MappingForm } from './use-mapping';

interface FieldSelectsProps {
  setup: MappingSetup;
  form: MappingForm;
}

/** One choice per field: which column of the file fills it. */
export function FieldSelects({ setup, form }: FieldSelectsProps) {
  const t = useTranslations('imports');
  const { header, sample } = setup.format;
  const columns = header.map((name, index) => {
    const value = sample.find((row) => row[index]?.trim())?.[index]?.trim();
    const label = name || t('unnamed', { number: String(index + 1) });
    return { value: String(index), label: value ? `${label} · ${value.slice(0, 30)}` : label };
  });
  const one = ({ field, label, required }: FieldChoice) => {
    const missing = form.faults.missing.has(field);
    const needed = t(required === 'item' ? 'mapping.neededItem' : 'mapping.needed');
    return (
      <NativeSelect
        key={field}
        label={label}
        withAsterisk={required === 'always'}
        required={required === 'always'}
        inputWrapperOrder={belowInput}
        description={required === 'item' ? t('mapping.itemHint') : undefined}
        value={String(form.mapping[field] ?? '')}
        data={[
          { value: '', label: t(required === 'always' ? 'mapping.choose' : 'mapping.none') },
          ...columns,
        ]}
        onChange={({ currentTarget: { value } }) => form.choose(field, value === '' ? null : Number(value))}
        error={missing && needed}
      />
    );
  };
  return (
    <>
      <div className={classes.grid}>
        {setup.fields.filter(({ required }) => required !== 'never').map(one)}
      </div>
      <h3 className={classes.subtitle}>{t('mapping.more')}</h3>
      <div className={classes.grid}>
        {setup.fields.filter(({ required }) => required === 'never').map(one)}
      </div>
    </>
  );
}
