'use client';

import type { ExportResource } from '@countinghouse/core/exports/schemas';
import { IconFileExport } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../ui/button';
import { announceDownload } from '../../../../ui/frame/use-tray';
import { createExportAction } from '../downloads/actions';

interface ExportButtonProps {
  tenant: string;
  resource: ExportResource;
  /** Exactly what the list shows. */
  filters: Record<string, string>;
  sort: string;
  columns?: readonly string[];
}

/** "Export this": the list as it stands on screen, all rows, as a file that waits in the downloads. */
export function ExportButton({ tenant, resource, filters, sort, columns }: ExportButtonProps) {
  const t = useTranslations('exports');
  const language = useLocale();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const ask = async () => {
    setBusy(true);
    const result = await createExportAction(tenant, {
      resource,
      format: 'csv',
      filters,
      sort,
      language,
      ...(columns && { columns: [...columns] }),
    }).catch(() => null);
    setFailure(result?.ok ? '' : (result?.message ?? t('notAsked')));
    setBusy(false);
    if (result?.ok) announceDownload();
  };
  return (
    <>
      <Button icon={IconFileExport} busy={busy} onClick={() => void ask()}>
        {t('exportThis')}
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </>
  );
}
