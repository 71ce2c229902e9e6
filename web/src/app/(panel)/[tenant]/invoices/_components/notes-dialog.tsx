'use client';

import { TagsInput, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import classes from '../../_components/dialogs.module.css';
import { useVerb } from '../../settings/_components/use-verb';
import { annotateInvoiceAction } from '../actions';

interface NotesDialogProps {
  tenant: string;
  invoice: { id: string; version: number; notes: string; tags: string[] };
  open: boolean;
  onClose: () => void;
}

/** Notes and tags, which stand beside the document and can change after it was issued. */
export function NotesDialog({ tenant, invoice, open, onClose }: NotesDialogProps) {
  const t = useTranslations('invoices.notes');
  const tLines = useTranslations('lines');
  const { busy, failure, run } = useVerb();
  const [notes, setNotes] = useState(invoice.notes);
  const [tags, setTags] = useState(invoice.tags);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { notes, tags };
    const done = await run(() => annotateInvoiceAction(tenant, invoice.id, invoice.version, input));
    if (done) onClose();
  };
  return (
    <Dialog open={open} title={t('title')} onClose={onClose} busy={busy}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        <FailureNotice failure={failure} />
        <Textarea
          label={tLines('notes')}
          description={t('hint')}
          value={notes}
          maxLength={5_000}
          autosize
          minRows={3}
          maxRows={10}
          onChange={(event) => setNotes(event.currentTarget.value)}
          data-autofocus
        />
        <TagsInput label={tLines('tags')} value={tags} onChange={setTags} maxTags={30} />
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('dismiss')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
