'use client';

import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../ui/form/form';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { NewPasswordField } from '../../../_components/new-password-field';
import { resetPasswordAction } from '../actions';

/** Chooses the new password; signing in with it comes next. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations('auth');
  const form = useActionForm({
    action: resetPasswordAction,
    initialValues: { password: '' },
    toInput: ({ password }) => ({ token, password }),
    validate: { password: (value) => (value ? null : t('required')) },
    guard: false,
    onSaved: () => window.location.assign('/sign-in?told=password-set'),
  });
  return (
    <Form form={form}>
      <NewPasswordField
        label={t('newPassword')}
        key={form.key('password')}
        {...form.getInputProps('password')}
        autoFocus
      />
      <FormActions busy={form.busy} label={t('reset.submit')} />
    </Form>
  );
}
