'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ActionResult } from '../../../../server/result';
import { Button } from '../../../../ui/button';
import { showNotice, showUndoNotice } from '../../../../ui/notices/notice';
import { useSelection } from '../../../../ui/table/selection';
import classes from './detail.module.css';
import { TagSelected } from './tag-selected';

type BulkInput = { ids: string[] } & (
  { action: 'archive' | 'restore' } | { action: 'add-tag' | 'remove-tag'; tag: string }
);

interface RecordBulkProps {
  area: 'orders' | 'offers' | 'customers' | 'products';
  tenant: string;
  run: (tenant: string, input: BulkInput) => Promise<ActionResult<{ changed: number }>>;
  /** The list's filter: archived records alone (`true`), beside the others (`all`), or none. */
  archived: string | undefined;
}

/** What can be done with the selected records of a list. Archiving can be taken back. */
export function RecordBulk({ area, tenant, run, archived }: RecordBulkProps) {
  const t = useTranslations(`${area}.bulk` as 'customers.bulk');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();

  const ask = async (input: BulkInput): Promise<string> => {
    const result = await run(tenant, input);
    if (!result.ok) throw new Error(result.message);
    router.refresh();
    return t('done', { count: result.data.changed });
  };

  const tell = (error: unknown) =>
    showNotice({ message: error instanceof Error ? error.message : t('failed'), tone: 'bad' });

  const act = (input: BulkInput, opposite?: 'archive' | 'restore') =>
    start(async () => {
      try {
        const told = await ask(input);
        clear();
        if (opposite) showUndoNotice(told, () => ask({ action: opposite, ids: input.ids }));
        else showNotice({ message: told });
      } catch (error) {
        tell(error);
      }
    });

  const tag = async (action: 'add-tag' | 'remove-tag', text: string): Promise<boolean> => {
    try {
      const told = await ask({ action, ids: [...ids], tag: text });
      clear();
      showNotice({ message: told });
      return true;
    } catch (error) {
      tell(error);
      return false;
    }
  };

  const labels = { tag: t('tag'), prompt: t('tagPrompt'), add: t('addTag'), remove: t('removeTag') };
  return (
    <div className={classes.bulk}>
      <TagSelected labels={labels} busy={busy} onTag={tag} />
      {archived !== 'true' && (
        <Button
          look="quiet"
          busy={busy}
          onClick={() =>
            act({ action: 'archive', ids: [...ids] }, archived === 'all' ? undefined : 'restore')
          }
        >
          {t('archive')}
        </Button>
      )}
      {(archived === 'true' || archived === 'all') && (
        <Button
          look="quiet"
          busy={busy}
          onClick={() =>
            act({ action: 'restore', ids: [...ids] }, archived === 'true' ? 'archive' : undefined)
          }
        >
          {t('restore')}
        </Button>
      )}
    </div>
  );
}
