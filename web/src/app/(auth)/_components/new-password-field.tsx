'use client';

import type { PasswordInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PasswordField } from '../../../ui/form/password-field';

/** A password that is chosen now. */
export function NewPasswordField(props: PasswordInputProps) {
  const t = useTranslations('auth');
  return (
    <PasswordField
      description={t('passwordHint')}
      name="new-password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      {...props}
    />
  );
}
