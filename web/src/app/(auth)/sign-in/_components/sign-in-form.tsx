'use client';

import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../ui/form/form';
import { PasswordField } from '../../../../ui/form/password-field';
import { useActionForm } from '../../../../ui/form/use-action-form';
import { EmailField } from '../../_components/email-field';
import { useSignIn } from '../../_components/use-sign-in';

/** Signs in and opens the page that was asked for. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const signIn = useSignIn();
  const required = (value: string) => (value ? null : t('required'));
  const form = useActionForm({
    action: signIn,
    initialValues: { email: '', password: '' },
    validate: { email: required, password: required },
    guard: false,
    // A new document: its language and its rights are those of whoever has signed in.
    onSaved: () => window.location.assign(next),
  });
  return (
    <Form form={form}>
      <EmailField key={form.key('email')} {...form.getInputProps('email')} autoFocus />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <FormActions busy={form.busy} label={t('signIn.submit')}>
        <a href="/forgot">{t('signIn.forgot')}</a>
      </FormActions>
    </Form>
  );
}
