'use client';

import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** A password. Says to screen readers, in the reader's language, what the library keeps to itself. */
export function PasswordField(props: PasswordInputProps) {
  const t = useTranslations('common.form');
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}
