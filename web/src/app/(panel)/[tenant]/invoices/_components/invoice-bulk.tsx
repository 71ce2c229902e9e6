'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { BulkInvoicesInput } from '@countinghouse/core/invoices/schemas';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { showNotice } from '../../../../../ui/notices/notice';
import { useSelection } from '../../../../../ui/table/selection';
import { RefusedList } from '../../_components/refused-list';
import { rowName } from '../../_components/row-name';
import { TagSelected } from '../../_components/tag-selected';
import { bulkInvoicesAction } from '../actions';

interface Outcome {
  told: string;
  refused: readonly { id: string; name: string; message: string }[];
}

/** Issues or deletes the selected drafts, and tags. What was refused is told with its reason. */
export function InvoiceBulk({ tenant }: { tenant: string }) {
  const t = useTranslations('invoices.bulk');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();
  const [outcome, setOutcome] = useState<Outcome>();

  const ask = async (input: BulkInvoicesInput, done: (count: number) => string): Promise<boolean> => {
    const result = await bulkInvoicesAction(tenant, input).catch(() => null);
    if (!result?.ok) {
      showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      return false;
    }
    const { changed, refused } = result.data;
    const told = done(changed);
    if (refused.length > 0) {
      setOutcome({ told, refused: refused.map((each) => ({ ...each, name: rowName(each.id) })) });
    } else showNotice({ message: told });
    clear();
    router.refresh();
    return true;
  };

  const labels = { tag: t('tag'), prompt: t('tagPrompt'), add: t('addTag'), remove: t('removeTag') };
  return (
    <>
      <ConfirmButton
        label={t('issue')}
        confirm={t('issueNow', { count: ids.length })}
        busy={busy}
        onConfirm={() =>
          start(async () => {
            await ask({ action: 'issue', ids: [...ids] }, (count) => t('issued', { count }));
          })
        }
      />
      <TagSelected
        labels={labels}
        busy={busy}
        onTag={(action, tag) =>
          ask({ action, tag, ids: [...ids] }, (count) => t('changed', { count }))
        }
      />
      <ConfirmButton
        label={t('delete')}
        confirm={t('deleteNow', { count: ids.length })}
        busy={busy}
        onConfirm={() =>
          start(async () => {
            await ask({ action: 'delete', ids: [...ids] }, (count) => t('deleted', { count }));
          })
        }
      />
      <Dialog open={outcome !== undefined} title={outcome?.told ?? ''} onClose={() => setOutcome(undefined)}>
        <RefusedList title={t('refused')} refused={outcome?.refused ?? []} />
        <DialogActions>
          <Button onClick={() => setOutcome(undefined)}>{t('close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
