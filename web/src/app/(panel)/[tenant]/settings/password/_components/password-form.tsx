'use client';

import type { ChangePasswordInput } from '@countinghouse/core/identity/schemas';
import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { PasswordField } from '../../../../../../ui/form/password-field';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { changePasswordAction } from '../../account-actions';

/** Changes one's own password; the other sessions end. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('settings');
  const required = (value: string) => (value ? null : t('required'));
  const form = useActionForm<ChangePasswordInput>({
    action: async (input) => {
      const result = await changePasswordAction(input);
      // Signing in says that address and password do not fit; here it is the password alone.
      const isWrong = !result.ok && result.errors.some(({ path }) => path === 'currentPassword');
      return isWrong ? { ...result, message: t('password.wrong') } : result;
    },
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { currentPassword: required, newPassword: required },
    onSaved: () => {
      form.reset();
      showNotice({ message: t('password.changed') });
    },
  });
  return (
    <Form form={form} className={classes.box}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t('password.current')}
        autoComplete="current-password"
        key={form.key('currentPassword')}
        {...form.getInputProps('currentPassword')}
      />
      <PasswordField
        label={t('password.new')}
        description={t('password.hint')}
        autoComplete="new-password"
        key={form.key('newPassword')}
        {...form.getInputProps('newPassword')}
      />
      <FormActions busy={form.busy} label={t('password.submit')} />
    </Form>
  );
}
