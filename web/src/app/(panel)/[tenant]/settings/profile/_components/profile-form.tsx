'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import type { UpdateProfileInput, User } from '@countinghouse/core/identity/schemas';
import { formatAmount, numberFormats } from '@countinghouse/core/platform/money';
import { dateFormats, formatDate } from '@countinghouse/core/platform/time';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { languageNames } from '../../../../../../i18n/language';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateProfileAction } from '../../account-actions';

const valuesOf = ({ name, language, timeZone, dateFormat, numberFormat }: User) => ({
  name,
  language,
  timeZone: timeZone ?? '',
  dateFormat,
  numberFormat,
});

interface ProfileFormProps {
  user: User;
  timeZones: string[];
  companyZone: string;
}

/** A day and an amount on which the formats differ. */
const [exampleDate, exampleAmount] = ['2026-11-21', 123456n];

/** Name, language and formats of the person. */
export function ProfileForm({ user, timeZones, companyZone }: ProfileFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const form = useActionForm<ReturnType<typeof valuesOf>, User, UpdateProfileInput>({
    action: updateProfileAction,
    initialValues: valuesOf(user),
    toInput: (values) => ({ ...values, timeZone: values.timeZone || null }),
    validate: { name: (value) => (value.trim() ? null : t('required')) },
    onSaved: (saved) => {
      if (saved.language !== user.language) window.location.reload();
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  const style = { language: user.language, timeZone: 'UTC' };
  const dates = dateFormats.map((value) => ({
    value,
    label: formatDate(exampleDate, { ...style, dateFormat: value }),
  }));
  const numbers = numberFormats.map((value) => ({ value, label: formatAmount(exampleAmount, 'EUR', value) }));
  const languageChoices = Object.entries(languageNames).map(([value, label]) => ({ value, label }));
  const zones = [
    { value: '', label: t('profile.companyZone', { zone: companyZone }) },
    ...timeZones.map((value) => ({ value, label: value })),
  ];
  return (
    <Form form={form} className={classes.box}>
      <p className={classes.hint}>{user.email}</p>
      <TextInput
        label={t('profile.name')}
        autoComplete="name"
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('profile.language')}
          data={languageChoices}
          key={form.key('language')}
          {...form.getInputProps('language')}
        />
        <NativeSelect
          label={t('timeZone')}
          data={zones}
          key={form.key('timeZone')}
          {...form.getInputProps('timeZone')}
        />
        <NativeSelect
          label={t('profile.dates')}
          data={dates}
          key={form.key('dateFormat')}
          {...form.getInputProps('dateFormat')}
        />
        <NativeSelect
          label={t('profile.numbers')}
          data={numbers}
          key={form.key('numberFormat')}
          {...form.getInputProps('numberFormat')}
        />
      </div>
      <FormActions busy={form.busy} label={t('save')} />
    </Form>
  );
}
