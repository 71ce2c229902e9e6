'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** A password that is chosen now. */
export function NewPasswordField(props: PasswordInputProps) {
  const t = useTranslations('auth');
  return (
    <PasswordInput
      description={t('passwordHint')}
      name="new-password"
      autoComplete="new-password"
      required
      withAsterisk={false}
      {...props}
    />
  );
}
