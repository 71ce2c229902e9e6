'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { BulkInvoicesResult } from '@countinghouse/core/invoices';
import { newId } from '@countinghouse/core/platform/ids';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import type { ActionResult } from '../../../../../ui/form/action-result';
import { showNotice } from '../../../../../ui/notices/notice';
import { useSelection } from '../../../../../ui/table/selection';
import { RefusedList } from '../../_components/refused-list';
import { rowName } from '../../_components/row-name';
import { TagSelected } from '../../_components/tag-selected';
import { bulkInvoicesAction, sendInvoicesAction } from '../actions';

interface Outcome {
  told: string;
  refused: readonly (BulkInvoicesResult['refused'][number] & { name: string })[];
}

type Ask = Promise<ActionResult<BulkInvoicesResult>>;

/** Runs an action on the selection and tells what came of it; what was refused is kept to be shown. */
function useBulk() {
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();
  const [outcome, setOutcome] = useState<Outcome>();
  const ask = async (run: () => Ask, done: (count: number) => string): Promise<boolean> => {
    const result = await run().catch(() => null);
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
  const begin = (run: () => Ask, done: (count: number) => string) =>
    start(async () => {
      await ask(run, done);
    });
  return { ids, busy, ask, begin, outcome, forget: () => setOutcome(undefined) };
}

/** Issues, sends or deletes the selected documents, and tags them. What was refused is told with its reason. */
export function InvoiceBulk({ tenant }: { tenant: string }) {
  const t = useTranslations('invoices.bulk');
  const { ids, busy, ask, begin, outcome, forget } = useBulk();
  const count = ids.length;
  const labels = { tag: t('tag'), prompt: t('tagPrompt'), add: t('addTag'), remove: t('removeTag') };
  const act = (action: 'issue' | 'delete') => bulkInvoicesAction(tenant, { action, ids: [...ids] });
  return (
    <>
      <ConfirmButton
        label={t('issue')}
        confirm={t('issueNow', { count })}
        busy={busy}
        onConfirm={() =>
          begin(
            () => act('issue'),
            (done) => t('issued', { count: done }),
          )
        }
      />
      <ConfirmButton
        label={t('send')}
        confirm={t('sendNow', { count })}
        busy={busy}
        onConfirm={() =>
          begin(
            () => sendInvoicesAction(tenant, [...ids], newId()),
            (done) => t('sent', { count: done }),
          )
        }
      />
      <TagSelected
        labels={labels}
        busy={busy}
        onTag={(action, tag) =>
          ask(
            () => bulkInvoicesAction(tenant, { action, tag, ids: [...ids] }),
            (done) => t('changed', { count: done }),
          )
        }
      />
      <ConfirmButton
        label={t('delete')}
        confirm={t('deleteNow', { count })}
        busy={busy}
        onConfirm={() =>
          begin(
            () => act('delete'),
            (done) => t('deleted', { count: done }),
          )
        }
      />
      <Dialog open={outcome !== undefined} title={outcome?.told ?? ''} onClose={forget}>
        <RefusedList title={t('refused')} refused={outcome?.refused ?? []} />
        <DialogActions>
          <Button onClick={forget}>{t('close')}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
