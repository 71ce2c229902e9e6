'use client';

import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Icon } from '../icon';
import type { EntryKey } from './entries';
import classes from './frame.module.css';

export interface SearchButtonProps {
  source: string;
  slug: string;
  allowed: readonly EntryKey[];
}

const SearchPalette = dynamic(() => import('./search-palette').then((module) => module.SearchPalette), {
  ssr: false,
});

/** Opens the search over everything; what it needs is loaded at the first use. */
export function SearchButton(props: SearchButtonProps) {
  const t = useTranslations('frame.search');
  const [requests, setRequests] = useState(0);
  const open = () => setRequests((count) => count + 1);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.code !== 'KeyK') return;
      event.preventDefault();
      setRequests((count) => count + 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        className={classes.search}
        onClick={open}
        aria-label={t('placeholder')}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon of={IconSearch} size={21} />
        <span>{t('placeholder')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {requests > 0 && <SearchPalette {...props} requests={requests} />}
    </>
  );
}
