'use client';

import { formatMoney } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../../ui/dialog';
import { FailureNotice } from '../../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../../ui/form/reader-context';
import classes from '../../../_components/dialogs.module.css';
import { applyCreditsAction } from '../../../payments/actions';
import { allocationsOf, OpenItems, spread } from '../../../payments/_components/open-items';
import { useVerb } from '../../../settings/_components/use-verb';
import type { Settling } from './load-settling';

interface UseForDialogProps {
  tenant: string;
  /** Of a credit note. */
  settling: Settling;
  onClose: () => void;
}

/** Lets a credit note settle open invoices of its customer, the oldest first where nobody says otherwise. */
export function UseForDialog({ tenant, settling, onClose }: UseForDialogProps) {
  const t = useTranslations('invoices.settle');
  const reader = useReader();
  const { busy, failure, run } = useVerb();
  const { documents, invoice } = settling;
  const { id: creditNoteId, number, open } = invoice;
  const [amounts, setAmounts] = useState(() => spread(documents, BigInt(open.amount), reader.numberFormat));
  const allocations = allocationsOf(documents, amounts, reader.numberFormat);
  const used = (allocations ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const rest = BigInt(open.amount) - used;
  const money = (minor: bigint) => formatMoney(minor, open.currency, reader);
  const faults = Object.fromEntries(
    (failure?.errors ?? []).flatMap(({ path, message }) => {
      const row = allocations?.[Number(/^credits\.(\d+)\./.exec(path)?.[1] ?? -1)];
      return row ? [[row.invoiceId, message]] : [];
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!allocations || used <= 0n) return;
    const credits = allocations.map((each) => ({ ...each, creditNoteId }));
    const done = await run(
      () => applyCreditsAction(tenant, { credits }),
      t('creditUsed', { amount: money(used) }),
    );
    if (done) onClose();
  };
  return (
    <Dialog open title={t('useForTitle', { number })} onClose={onClose} busy={busy} wide>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} beside={() => true} />
        <OpenItems
          documents={documents}
          amounts={amounts}
          onChange={setAmounts}
          errors={faults}
          customerId={invoice.customerId}
          label={t('use')}
        />
        <p className={classes.quiet} role="status">
          {allocations
            ? t(rest < 0n ? 'over' : 'rest', { amount: money(rest < 0n ? -rest : rest) })
            : t('noAmounts')}
        </p>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy} disabled={!allocations || used <= 0n || rest < 0n}>
            {t('useForNow')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
