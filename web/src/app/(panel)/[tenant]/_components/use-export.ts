'use client';

import type { ExportResource } from '@countinghouse/core/exports/schemas';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { announceDownload } from '../../../../ui/frame/use-tray';
import { createExportAction } from '../downloads/actions';

/** A list as it stands on screen. */
export interface ExportedList {
  tenant: string;
  resource: ExportResource;
  sort: string;
  columns?: readonly string[];
}

/** Asks for rows of a list as a file; the tray opens and follows it. */
export function useExport({ tenant, resource, sort, columns }: ExportedList) {
  const t = useTranslations('exports');
  const language = useLocale();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const ask = async (filters: Record<string, string>) => {
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
  return { ask, busy, failure };
}
