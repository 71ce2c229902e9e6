'use client';

import { IconPrinter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../ui/button';

/** Puts the page on paper, without what surrounds it. */
export function PrintButton() {
  const t = useTranslations('reports');
  return (
    <Button icon={IconPrinter} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
