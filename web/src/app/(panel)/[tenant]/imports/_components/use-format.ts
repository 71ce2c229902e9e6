'use client';

import type { ImportFormatInput } from '@countinghouse/core/imports/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { reinspectImportAction } from '../actions';
import type { MappingSetup } from './setup';
import type { MappingFailure } from './use-mapping';

/** What the person sets about the file beside what was detected; reading again keeps all of it. */
export function useFormat({ tenant, id, version, format: { file } }: MappingSetup) {
  const t = useTranslations('imports');
  const router = useRouter();
  const [wanted, setWanted] = useState<ImportFormatInput>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<MappingFailure | null>(null);

  const known: ImportFormatInput =
    file.kind === 'csv' ? { encoding: file.encoding, delimiter: file.delimiter } : { sheet: file.sheet };
  const now = { ...known, headerLine: file.headerLine, ...wanted };
  const before: ImportFormatInput = { ...known, headerLine: file.headerLine };
  const changed = (Object.keys(now) as (keyof ImportFormatInput)[]).some((key) => now[key] !== before[key]);

  const readAgain = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const result = await reinspectImportAction(tenant, id, version, { ...known, ...wanted });
      if (result.ok) {
        router.replace(`/${tenant}/imports/${id}`);
        return router.refresh();
      }
      setFailure(result);
    } catch {
      setFailure({ code: 'unavailable', message: t('notReached') });
    }
    setBusy(false);
  };

  const set = (patch: ImportFormatInput) => setWanted((held) => ({ ...held, ...patch }));
  return { now, set, changed, readAgain, busy, failure };
}
