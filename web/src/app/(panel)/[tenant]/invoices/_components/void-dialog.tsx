'use client';

import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { InvoiceKind } from '@countinghouse/core/invoices/states';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import classes from '../../_components/dialogs.module.css';
import { useVerb } from '../../settings/_components/use-verb';
import { voidInvoiceAction } from '../actions';

interface VoidDialogProps {
  tenant: string;
  invoice: { id: string; version: number; kind: InvoiceKind };
  open: boolean;
  onClose: () => void;
}

/** Declares an issued document void. It keeps its number and stays where it is. */
export function VoidDialog({ tenant, invoice, open, onClose }: VoidDialogProps) {
  const t = useTranslations('invoices.void');
  const { busy, failure, run } = useVerb();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(() => voidInvoiceAction(tenant, invoice.id, invoice.version, reason), t('done'));
    if (done) onClose();
  };
  return (
    <Dialog open={open} title={t(`title.${invoice.kind}`)} onClose={onClose} busy={busy}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} />
        <p className={classes.quiet}>{t('text')}</p>
        <Textarea
          label={t('reason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={failure?.errors.find(({ path }) => path === 'reason')?.message}
          data-autofocus
          autosize
          minRows={2}
        />
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('keep')}
          </Button>
          <Button type="submit" look="danger" busy={busy} disabled={reason.trim() === ''}>
            {t('now')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
