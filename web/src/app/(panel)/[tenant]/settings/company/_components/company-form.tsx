'use client';

import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Tenant, UpdateTenantInput } from '@countinghouse/core/tenants/schemas';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { languageNames } from '../../../../../../i18n/language';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateCompanyAction } from '../actions';

interface CompanyFormProps {
  slug: string;
  tenant: Tenant;
  countries: { value: string; label: string }[];
  currencies: string[];
  timeZones: string[];
  mayChange: boolean;
}

const valuesOf = (tenant: Tenant) => ({
  name: tenant.name,
  currency: tenant.currency,
  timeZone: tenant.timeZone,
  language: tenant.language,
  country: tenant.country ?? '',
  pricesIncludeTax: tenant.pricesIncludeTax,
  taxRounding: tenant.taxRounding,
});

const languageChoices = Object.entries(languageNames).map(([value, label]) => ({ value, label }));

/** Facts of the company. Two people who change them at once do not overwrite each other. */
export function CompanyForm({ slug, tenant, countries, currencies, timeZones, mayChange }: CompanyFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const version = useRef(tenant.version);
  const form = useActionForm<ReturnType<typeof valuesOf>, Tenant, UpdateTenantInput>({
    action: (input) => updateCompanyAction(slug, input),
    initialValues: valuesOf(tenant),
    toInput: (values) => ({ ...values, country: values.country || null, expectedVersion: version.current }),
    validate: { name: (value) => (value.trim() ? null : t('required')) },
    onSaved: (saved) => {
      version.current = saved.version;
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  const field = (path: keyof ReturnType<typeof valuesOf>) => ({
    key: form.key(path),
    ...form.getInputProps(path),
  });
  const { key: nameKey, ...name } = field('name');
  const { key: currencyKey, ...currency } = field('currency');
  const { key: zoneKey, ...zone } = field('timeZone');
  const { key: languageKey, ...language } = field('language');
  const { key: countryKey, ...country } = field('country');
  const { key: roundingKey, ...rounding } = field('taxRounding');
  return (
    <Form form={form} className={classes.box}>
      <h2>{t('company.books')}</h2>
      <fieldset className={classes.fields} disabled={!mayChange}>
        <TextInput label={t('company.name')} maxLength={120} key={nameKey} {...name} />
        <div className={classes.pair}>
          <NativeSelect
            label={t('company.country')}
            data={[{ value: '', label: t('company.noCountry') }, ...countries]}
            key={countryKey}
            {...country}
          />
          <NativeSelect label={t('company.currency')} data={currencies} key={currencyKey} {...currency} />
          <NativeSelect label={t('timeZone')} data={timeZones} key={zoneKey} {...zone} />
          <NativeSelect
            label={t('company.language')}
            description={t('company.languageHint')}
            data={languageChoices}
            key={languageKey}
            {...language}
          />
        </div>
        <NativeSelect
          label={t('company.taxRounding')}
          data={[
            { value: 'group', label: t('company.perGroup') },
            { value: 'line', label: t('company.perLine') },
          ]}
          key={roundingKey}
          {...rounding}
        />
        <Checkbox
          label={t('company.pricesIncludeTax')}
          key={form.key('pricesIncludeTax')}
          {...form.getInputProps('pricesIncludeTax', { type: 'checkbox' })}
        />
      </fieldset>
      <p className={classes.hint}>{mayChange ? t('company.stamped') : t('readOnly')}</p>
      {mayChange && (
        <FormActions busy={form.busy} label={t('save')}>
          {form.failure?.code === 'stale' && <a href={`/${slug}/settings/company`}>{t('showNewest')}</a>}
        </FormActions>
      )}
    </Form>
  );
}
