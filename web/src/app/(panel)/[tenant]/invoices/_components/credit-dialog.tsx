'use client';

import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import type { NumberFormat } from '@countinghouse/core/platform/money';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import classes from '../../_components/dialogs.module.css';
import { quantityLeft } from '../../_components/quantity-left';
import { QuantityTable } from '../../_components/quantity-table';
import {
  isQuantity,
  quantityFaults,
  typedQuantities,
  type TakenQuantity,
} from '../../_components/typed-quantities';
import { useVerb } from '../../settings/_components/use-verb';
import { createCreditNoteAction } from '../actions';

/** What the dialog needs to know of the invoice. */
export interface CreditedInvoice {
  id: string;
  items: readonly Pick<InvoiceDto['items'][number], 'id' | 'title' | 'quantity' | 'creditedQuantity'>[];
}

interface CreditDialogProps {
  tenant: string;
  invoice: CreditedInvoice;
  numberFormat: NumberFormat;
  open: boolean;
  onClose: () => void;
}

/** Makes the draft of a credit note: of all that is left, or of quantities of its lines. */
export function CreditDialog({ tenant, invoice, numberFormat, open, onClose }: CreditDialogProps) {
  const t = useTranslations('invoices.credit');
  const router = useRouter();
  const { busy, failure, run } = useVerb();
  const [part, setPart] = useState(false);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [sent, setSent] = useState<TakenQuantity[]>([]);
  const [reason, setReason] = useState('');
  const rows = invoice.items.map(({ id, title, quantity, creditedQuantity }) => ({
    id,
    title,
    left: quantityLeft(quantity, creditedQuantity),
  }));
  const chosen = typedQuantities(rows, typed, numberFormat);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(chosen);
    await run(async () => {
      const items = chosen.map(({ id, quantity }) => ({ itemId: id, quantity }));
      const result = await createCreditNoteAction(tenant, {
        invoiceId: invoice.id,
        reason,
        ...(part && { items }),
      });
      if (result.ok) router.push(`/${tenant}/invoices/${result.data.id}`);
      return result;
    });
  };
  return (
    <Dialog open={open} title={t('title')} onClose={onClose} busy={busy} wide={part}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} beside={isQuantity} />
        <fieldset className={classes.choices}>
          <legend>{t('what')}</legend>
          <label className={classes.choice}>
            <input type="radio" name="what" checked={!part} onChange={() => setPart(false)} />
            <span>{t('all')}</span>
          </label>
          <label className={classes.choice}>
            <input type="radio" name="what" checked={part} onChange={() => setPart(true)} />
            <span>{t('part')}</span>
          </label>
        </fieldset>
        {part && (
          <QuantityTable
            rows={rows}
            typed={typed}
            onType={setTyped}
            faults={quantityFaults(failure, sent)}
            numberFormat={numberFormat}
            labels={{ title: t('line'), left: t('left'), take: t('take') }}
          />
        )}
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          maxLength={2_000}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={classes.quiet}>{t('draft')}</p>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('dismiss')}
          </Button>
          <Button type="submit" look="primary" busy={busy} disabled={part && chosen.length === 0}>
            {t('now')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
