'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import type { CompanyProfileDto, UpdateCompanyProfileInput } from '@countinghouse/core/company/schemas';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateProfileAction } from '../actions';

interface IdentityFormProps {
  slug: string;
  profile: CompanyProfileDto;
  countries: { value: string; label: string }[];
  mayChange: boolean;
}

const valuesOf = (profile: CompanyProfileDto) => ({
  legalName: profile.legalName,
  address: {
    line1: profile.address?.line1 ?? '',
    line2: profile.address?.line2 ?? '',
    city: profile.address?.city ?? '',
    region: profile.address?.region ?? '',
    postalCode: profile.address?.postalCode ?? '',
    country: profile.address?.country ?? '',
  },
  vatId: profile.vatId ?? '',
  taxNumber: profile.taxNumber ?? '',
  registrationNumber: profile.registrationNumber ?? '',
  contactName: profile.contactName ?? '',
  email: profile.email ?? '',
  phone: profile.phone ?? '',
  website: profile.website ?? '',
});
type Values = ReturnType<typeof valuesOf>;

const toInput = (values: Values): UpdateCompanyProfileInput => ({
  ...values,
  email: values.email || null,
  phone: values.phone || null,
  address: { ...values.address, country: values.address.country || null },
});

/** Who the company is before the law and the tax office: what stands at the head of its documents. */
export function IdentityForm({ slug, profile, countries, mayChange }: IdentityFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const version = useRef(profile.version);
  const form = useActionForm<Values, CompanyProfileDto, UpdateCompanyProfileInput>({
    action: (input) => updateProfileAction(slug, version.current, input),
    initialValues: valuesOf(profile),
    toInput,
    validate: { legalName: (value) => (value.trim() ? null : t('required')) },
    onSaved: (saved) => {
      version.current = saved.version;
      form.setInitialValues(valuesOf(saved));
      form.setValues(valuesOf(saved));
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  const text = (path: string, label: string, most: number, description?: string) => (
    <TextInput
      label={label}
      maxLength={most}
      {...(description && { description })}
      key={form.key(path)}
      {...form.getInputProps(path)}
    />
  );
  return (
    <Form form={form} className={classes.box}>
      <h2>{t('identity.title')}</h2>
      <p className={classes.hint}>{t('identity.text')}</p>
      <fieldset className={classes.fields} disabled={!mayChange}>
        {text('legalName', t('identity.legalName'), 200, t('identity.legalNameHint'))}
        {text('address.line1', t('identity.line1'), 200)}
        {text('address.line2', t('identity.line2'), 200)}
        <div className={classes.pair}>
          {text('address.postalCode', t('identity.postalCode'), 20)}
          {text('address.city', t('identity.city'), 100)}
          {text('address.region', t('identity.region'), 100)}
          <NativeSelect
            label={t('company.country')}
            data={[{ value: '', label: t('company.noCountry') }, ...countries]}
            key={form.key('address.country')}
            {...form.getInputProps('address.country')}
          />
        </div>
        {text('vatId', t('identity.vatId'), 40, t('identity.vatIdHint'))}
        <div className={classes.pair}>
          {text('taxNumber', t('identity.taxNumber'), 40)}
          {text('registrationNumber', t('identity.registrationNumber'), 40)}
          {text('contactName', t('identity.contactName'), 100)}
          {text('email', t('identity.email'), 254)}
          {text('phone', t('identity.phone'), 40)}
          {text('website', t('identity.website'), 200)}
        </div>
      </fieldset>
      <p className={classes.hint}>{mayChange ? t('identity.stamped') : t('readOnly')}</p>
      {mayChange && (
        <FormActions busy={form.busy} label={t('save')}>
          {form.failure?.code === 'stale' && <a href={`/${slug}/settings/company`}>{t('showNewest')}</a>}
        </FormActions>
      )}
    </Form>
  );
}
