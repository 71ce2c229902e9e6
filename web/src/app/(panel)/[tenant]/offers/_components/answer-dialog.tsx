'use client';

import { Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { Form } from '../../../../../ui/form/form';
import { useActionForm } from '../../../../../ui/form/use-action-form';
import { answerOfferAction } from '../actions';

export type Answer = 'accepted' | 'declined';

interface AnswerDialogProps {
  tenant: string;
  offerId: string;
  answer: Answer;
  onClose: () => void;
}

/** Asks who has answered, and records it. */
export function AnswerDialog({ tenant, offerId, answer, onClose }: AnswerDialogProps) {
  const t = useTranslations('offers.moves');
  const tForm = useTranslations('common.form');
  const router = useRouter();
  const form = useActionForm({
    action: (input: { name: string; comment: string }) => answerOfferAction(tenant, offerId, answer, input),
    initialValues: { name: '', comment: '' },
    guard: false,
    onSaved: () => {
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog open title={t(`answerTitle.${answer}`)} onClose={onClose} busy={form.busy}>
      <Form form={form}>
        <TextInput
          key={form.key('name')}
          label={t('answerName')}
          maxLength={120}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          key={form.key('comment')}
          label={t('answerComment')}
          maxLength={1_000}
          autosize
          minRows={2}
          {...form.getInputProps('comment')}
        />
        <DialogActions>
          <Button look="quiet" onClick={onClose} disabled={form.busy}>
            {tForm('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('record')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
