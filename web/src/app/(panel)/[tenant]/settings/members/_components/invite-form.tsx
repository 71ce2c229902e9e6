'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import type { Role } from '@countinghouse/core/platform/permissions';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { inviteAction } from '../actions';

const looksLikeAddress = (text: string) => /^\S+@\S+\.\S+$/.test(text.trim());

/** Invites a person by mail. */
export function InviteForm({ tenant, roles }: { tenant: string; roles: readonly Role[] }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const form = useActionForm({
    action: (input: { email: string; role: Role }) => inviteAction(tenant, input),
    initialValues: { email: '', role: 'viewer' },
    validate: { email: (value) => (looksLikeAddress(value) ? null : t('members.noAddress')) },
    onSaved: ({ email }) => {
      form.reset();
      showNotice({ message: t('members.invited', { email }) });
      router.refresh();
    },
  });
  return (
    <Form form={form} className={classes.box}>
      <h2>{t('members.invite')}</h2>
      <div className={classes.row}>
        <TextInput
          type="email"
          label={t('members.email')}
          autoComplete="off"
          maxLength={254}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <NativeSelect
          label={t('members.role')}
          data={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          key={form.key('role')}
          {...form.getInputProps('role')}
        />
      </div>
      <FormActions busy={form.busy} label={t('members.send')} />
    </Form>
  );
}
