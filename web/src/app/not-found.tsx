import { IconMapQuestion } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

export default async function NotFoundPage() {
  const t = await getTranslations('errors');
  return (
    <main>
      <EmptyState
        page
        icon={IconMapQuestion}
        title={t('notFound.title')}
        actions={<ButtonLink href="/">{t('page.home')}</ButtonLink>}
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
}
