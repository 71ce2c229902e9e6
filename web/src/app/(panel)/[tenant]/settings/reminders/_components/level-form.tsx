'use client';

import { Textarea, TextInput } from '@mantine/core';
import type { CreateReminderLevelInput, ReminderLevelDto } from '@countinghouse/core/reminders/schemas';
import { languages, type Language } from '@countinghouse/core/platform/time';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { languageNames } from '../../../../../../i18n/language';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useReader } from '../../../../../../ui/form/reader-context';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import classes from '../../_components/settings.module.css';
import { createLevelAction, updateLevelAction } from '../actions';
import { levelInput, levelValues, type LevelValues } from './level-values';

interface LevelFormProps {
  tenant: string;
  currency: string;
  edited?: ReminderLevelDto;
}

function useLevelForm({ tenant, currency, edited }: LevelFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const { numberFormat } = useReader();
  return useActionForm<LevelValues, ReminderLevelDto, CreateReminderLevelInput>({
    action: (input) =>
      edited ? updateLevelAction(tenant, edited.id, edited.version, input) : createLevelAction(tenant, input),
    initialValues: levelValues(edited, numberFormat),
    toInput: (values) => levelInput(values, currency, numberFormat),
    validate: { name: (value) => (value.trim() ? null : t('required')) },
    onSaved: () => {
      router.push(`/${tenant}/settings/reminders`);
      router.refresh();
    },
  });
}

function LevelTexts({ form, language }: { form: ReturnType<typeof useLevelForm>; language: Language }) {
  const t = useTranslations('settings.reminders');
  const field = (part: 'title' | 'intro' | 'outro') => form.getInputProps(`texts.${language}.${part}`);
  return (
    <fieldset className={classes.fields}>
      <legend>{languageNames[language]}</legend>
      <TextInput
        label={t('letterTitle')}
        maxLength={120}
        key={form.key(`texts.${language}.title`)}
        {...field('title')}
      />
      <Textarea
        label={t('intro')}
        autosize
        minRows={2}
        key={form.key(`texts.${language}.intro`)}
        {...field('intro')}
      />
      <Textarea
        label={t('outro')}
        autosize
        minRows={2}
        key={form.key(`texts.${language}.outro`)}
        {...field('outro')}
      />
    </fieldset>
  );
}

/** A level: when its letter goes out, with which fee, and what it says in each language. */
export function LevelForm(props: LevelFormProps) {
  const { tenant, currency, edited } = props;
  const t = useTranslations('settings');
  const form = useLevelForm(props);
  return (
    <Form form={form} className={classes.box}>
      <TextInput
        label={t('reminders.name')}
        maxLength={80}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('reminders.days')}
          description={t('reminders.daysHint')}
          inputMode="numeric"
          maxLength={4}
          key={form.key('days')}
          {...form.getInputProps('days')}
        />
        <TextInput
          label={t('reminders.gapDays')}
          inputMode="numeric"
          maxLength={3}
          key={form.key('gapDays')}
          {...form.getInputProps('gapDays')}
        />
      </div>
      <TextInput
        label={`${t('reminders.feeMinor')}, ${currency}`}
        description={t('reminders.feeHint')}
        inputMode="decimal"
        maxLength={20}
        key={form.key('feeMinor')}
        {...form.getInputProps('feeMinor')}
      />
      <p className={classes.hint}>
        {t('reminders.textsHint', {
          total: '{total}',
          dueDate: '{dueDate}',
          company: '{company}',
          customer: '{customer}',
        })}
      </p>
      {languages.map((language) => (
        <LevelTexts key={language} form={form} language={language} />
      ))}
      <FormActions busy={form.busy} label={t('save')} cancelHref={`/${tenant}/settings/reminders`}>
        {form.failure?.code === 'stale' && edited && (
          <a href={`/${tenant}/settings/reminders/${edited.id}`}>{t('showNewest')}</a>
        )}
      </FormActions>
    </Form>
  );
}
