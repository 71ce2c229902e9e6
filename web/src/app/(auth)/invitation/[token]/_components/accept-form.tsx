'use client';

import { useTranslations } from 'next-intl';
import { Form, FormActions } from '../../../../../ui/form/form';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { acceptAction } from '../actions';

/** Accepts as whoever is signed in. */
export function AcceptForm({ token }: { token: string }) {
  const t = useTranslations('auth.invitation');
  const form = useActionForm({
    action: acceptAction,
    initialValues: { token },
    guard: false,
    onSaved: (slug) => window.location.assign(`/${slug}`),
  });
  return (
    <Form form={form}>
      <FormActions busy={form.busy} label={t('accept')} />
    </Form>
  );
}
