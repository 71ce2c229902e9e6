'use client';

import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** An address, as browsers know how to fill it in. */
export function EmailField(props: TextInputProps) {
  const t = useTranslations('auth');
  return (
    <TextInput
      label={t('email')}
      type="email"
      name="email"
      autoComplete="username"
      inputMode="email"
      spellCheck={false}
      autoCapitalize="none"
      required
      withAsterisk={false}
      {...props}
    />
  );
}
