'use client';

import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import classes from './frame.module.css';

const schemes: readonly MantineColorScheme[] = ['auto', 'light', 'dark'];

/** Light, dark, or as the system. */
export function ColorSchemeChoice() {
  const t = useTranslations('frame.look');
  const name = useId();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={classes.choice}>
      <legend>{t('label')}</legend>
      {schemes.map((scheme) => (
        <label key={scheme}>
          <input
            type="radio"
            name={name}
            checked={colorScheme === scheme}
            onChange={() => setColorScheme(scheme)}
          />
          <span>{t(scheme)}</span>
        </label>
      ))}
    </fieldset>
  );
}
