'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionResult } from '../../../../server/result';
import { Button } from '../../../../ui/button';
import { showNotice, showUndoNotice } from '../../../../ui/notices/notice';
import { useSelection } from '../../../../ui/table/selection';
import classes from './detail.module.css';

type BulkInput = { ids: string[] } & (
  { action: 'archive' | 'restore' } | { action: 'add-tag' | 'remove-tag'; tag: string }
);

interface RecordBulkProps {
  area: 'orders' | 'customers' | 'products';
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
  const [tagging, setTagging] = useState(false);

  const ask = async (input: BulkInput): Promise<string> => {
    const result = await run(tenant, input);
    if (!result.ok) throw new Error(result.message);
    router.refresh();
    return t('done', { count: result.data.changed });
  };

  const act = (input: BulkInput, opposite?: 'archive' | 'restore') =>
    start(async () => {
      try {
        const told = await ask(input);
        setTagging(false);
        clear();
        if (opposite) showUndoNotice(told, () => ask({ action: opposite, ids: input.ids }));
        else showNotice({ message: told });
      } catch (error) {
        showNotice({ message: error instanceof Error ? error.message : t('failed'), tone: 'bad' });
      }
    });

  const tag = (form: FormData, action: 'add-tag' | 'remove-tag') => {
    const typed = form.get('tag');
    const text = typeof typed === 'string' ? typed.trim() : '';
    if (text) act({ action, ids: [...ids], tag: text });
  };

  return (
    <div className={classes.bulk}>
      {tagging ? (
        <form action={(form) => tag(form, 'add-tag')} className={classes.tag}>
          <input name="tag" maxLength={40} required autoFocus aria-label={t('tagPrompt')} />
          <Button type="submit" busy={busy}>
            {t('addTag')}
          </Button>
          <Button type="submit" formAction={(form: FormData) => tag(form, 'remove-tag')} busy={busy}>
            {t('removeTag')}
          </Button>
        </form>
      ) : (
        <Button look="quiet" onClick={() => setTagging(true)}>
          {t('tag')}
        </Button>
      )}
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
