import { IconMapQuestion } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';

/** Inside the frame: the company is right, the record is not. */
export default async function RecordNotFound() {
  const t = await getTranslations('errors');
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
