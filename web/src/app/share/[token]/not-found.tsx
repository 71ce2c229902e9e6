import { IconLinkOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../../ui/empty-state';
import classes from './share.module.css';

/** The same for wrong, expired and revoked links. */
export default async function ClosedPage() {
  const t = await getTranslations('share');
  return (
    <main className={classes.closed}>
      <EmptyState icon={IconLinkOff} title={t('closed.title')}>
        {t('closed.text')}
      </EmptyState>
    </main>
  );
}
