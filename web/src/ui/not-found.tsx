'use client';

import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from './button';
import { EmptyState } from './empty-state';

/** A page that does not exist. Every answer carries it, so it stands there as a name and not as its markup. */
export function NotFound() {
  const t = useTranslations('errors');
  return (
    <EmptyState
      page
      icon={IconMapQuestion}
      title={t('notFound.title')}
      actions={<ButtonLink href="/">{t('page.home')}</ButtonLink>}
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
