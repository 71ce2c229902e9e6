'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Form, FormActions } from '../../../../ui/form/form';
import { useActionForm } from '../../../../ui/form/use-action-form';
import { EmailField } from '../../_components/email-field';
import classes from '../../auth.module.css';
import { requestResetAction } from '../actions';

/** Asks for the address, and says where to look then. */
export function ForgotForm() {
  const t = useTranslations('auth');
  const [sentTo, setSentTo] = useState<string>();
  const form = useActionForm({
    action: requestResetAction,
    initialValues: { email: '' },
    validate: { email: (value) => (value ? null : t('required')) },
    guard: false,
    onSaved: () => setSentTo(form.getValues().email),
  });
  if (sentTo !== undefined) {
    return (
      <div role="status">
        <h1 className={classes.title}>{t('forgot.sentTitle')}</h1>
        <p className={classes.text}>{t('forgot.sentText', { email: sentTo })}</p>
        <a href="/sign-in">{t('toSignIn')}</a>
      </div>
    );
  }
  return (
    <>
      <h1 className={classes.title}>{t('forgot.title')}</h1>
      <p className={classes.text}>{t('forgot.text')}</p>
      <Form form={form}>
        <EmailField key={form.key('email')} {...form.getInputProps('email')} autoFocus />
        <FormActions busy={form.busy} label={t('forgot.submit')}>
          <a href="/sign-in">{t('toSignIn')}</a>
        </FormActions>
      </Form>
    </>
  );
}
