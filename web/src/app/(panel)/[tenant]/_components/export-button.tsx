'use client';

import { IconFileExport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../ui/button';
import { useExport, type ExportedList } from './use-export';

interface ExportButtonProps extends ExportedList {
  /** Exactly what the list shows. */
  filters: Record<string, string>;
}

/** "Export this": the list as it stands on screen, all rows, as a file that waits in the downloads. */
export function ExportButton({ filters, ...list }: ExportButtonProps) {
  const t = useTranslations('exports');
  const { ask, busy, failure } = useExport(list);
  return (
    <>
      <Button icon={IconFileExport} busy={busy} onClick={() => void ask(filters)}>
        {t('exportThis')}
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
