'use client';

import { TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../ui/form/form';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { NewPasswordField } from '../../../_components/new-password-field';
import { requestSignIn } from '../../../_components/sign-in-request';
import { joinAction } from '../actions';

/** Accepts with a new account, and signs in with it. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('auth');
  const language = useLocale();
  const required = (value: string) => (value.trim() ? null : t('required'));
  const enter = async (slug: string, password: string) => {
    const outcome = await requestSignIn({ email, password }).catch(() => undefined);
    window.location.assign(outcome === 'ok' ? `/${slug}` : '/sign-in');
  };
  const form = useActionForm({
    action: joinAction,
    initialValues: { name: '', password: '' },
    toInput: ({ name, password }) => ({ token, name, password, language }),
    validate: { name: required, password: required },
    guard: false,
    onSaved: (slug) => void enter(slug, form.getValues().password),
  });
  return (
    <Form form={form}>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        label={t('name')}
        name="name"
        autoComplete="name"
        maxLength={100}
        required
        withAsterisk={false}
        key={form.key('name')}
        {...form.getInputProps('name')}
        autoFocus
      />
      <NewPasswordField
        label={t('password')}
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <FormActions busy={form.busy} label={t('invitation.submit')} />
    </Form>
  );
}
