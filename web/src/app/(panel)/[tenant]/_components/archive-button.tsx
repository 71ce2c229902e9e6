'use client';

import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ActionResult } from '../../../../server/result';
import { Button } from '../../../../ui/button';
import { showNotice, showUndoNotice } from '../../../../ui/notices/notice';

interface ArchiveButtonProps {
  area: 'customers' | 'products';
  tenant: string;
  id: string;
  archived: boolean;
  archive: (tenant: string, id: string) => Promise<ActionResult<unknown>>;
  restore: (tenant: string, id: string) => Promise<ActionResult<unknown>>;
}

/** Archives a record at once, or brings it back; either can be undone. */
export function ArchiveButton({ area, tenant, id, archived, archive, restore }: ArchiveButtonProps) {
  const t = useTranslations(`${area}.archiving` as 'customers.archiving');
  const router = useRouter();
  const [busy, start] = useTransition();

  const set = async (wanted: boolean): Promise<string> => {
    const result = await (wanted ? archive(tenant, id) : restore(tenant, id));
    if (!result.ok) throw new Error(result.message);
    router.refresh();
    return t(wanted ? 'archived' : 'restored');
  };

  const press = () =>
    start(async () => {
      try {
        showUndoNotice(await set(!archived), () => set(archived));
      } catch (error) {
        showNotice({ message: error instanceof Error ? error.message : t('failed'), tone: 'bad' });
      }
    });

  return (
    <Button icon={archived ? IconArchiveOff : IconArchive} busy={busy} onClick={press}>
      {t(archived ? 'restore' : 'archive')}
    </Button>
  );
}
