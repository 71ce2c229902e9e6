'use client';

import { NativeSelect } from '@mantine/core';
import type { ReminderSettingsDto, UpdateReminderSettingsInput } from '@countinghouse/core/reminders/schemas';
import { reminderModes, type ReminderMode } from '@countinghouse/core/reminders/states';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateReminderSettingsAction } from '../actions';

interface ModeFormProps {
  tenant: string;
  settings: ReminderSettingsDto;
  mayChange: boolean;
}

type Values = { mode: ReminderMode; hour: string };

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** What happens each day, and at which hour of the company. */
export function ModeForm({ tenant, settings, mayChange }: ModeFormProps) {
  const t = useTranslations('settings');
  const router = useRouter();
  const version = useRef(settings.version);
  const form = useActionForm<Values, ReminderSettingsDto, UpdateReminderSettingsInput>({
    action: (input) => updateReminderSettingsAction(tenant, version.current, input),
    initialValues: { mode: settings.mode, hour: String(settings.hour) },
    toInput: ({ mode, hour }) => ({ mode, hour: Number(hour) }),
    onSaved: (saved) => {
      version.current = saved.version;
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  return (
    <Form form={form} className={classes.box}>
      <fieldset className={classes.fields} disabled={!mayChange}>
        <NativeSelect
          label={t('reminders.mode')}
          data={reminderModes.map((value) => ({ value, label: t(`reminders.modes.${value}`) }))}
          key={form.key('mode')}
          {...form.getInputProps('mode')}
        />
        <NativeSelect
          label={t('reminders.hour')}
          description={t('reminders.hourHint')}
          data={hours}
          key={form.key('hour')}
          {...form.getInputProps('hour')}
        />
      </fieldset>
      {mayChange ? (
        <FormActions busy={form.busy} label={t('save')}>
          {form.failure?.code === 'stale' && <a href={`/${tenant}/settings/reminders`}>{t('showNewest')}</a>}
        </FormActions>
      ) : (
        <p className={classes.hint}>{t('readOnly')}</p>
      )}
    </Form>
  );
}
