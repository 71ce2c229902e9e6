'use client';

import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { Dialog, DialogActions } from '../../../../../ui/dialog';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { MailPreview } from './mail-preview';
import classes from './sharing.module.css';
import { useSending, type MailValues } from './use-sending';

interface FieldsProps {
  values: MailValues;
  change: (patch: Partial<MailValues>) => void;
  error: (path: string) => string | undefined;
  mayAttachXml: boolean;
}

function Fields({ values, change, error, mayAttachXml }: FieldsProps) {
  const t = useTranslations('sharing');
  return (
    <>
      <TagsInput
        label={t('to')}
        value={values.to}
        onChange={(to) => change({ to })}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        inputMode="email"
        maxTags={20}
        error={error('to')}
        data-autofocus
      />
      <TagsInput
        label={t('cc')}
        value={values.cc}
        onChange={(cc) => change({ cc })}
        splitChars={[',', ';', ' ']}
        acceptValueOnBlur
        inputMode="email"
        maxTags={20}
        error={error('cc')}
      />
      <TextInput
        label={t('subject')}
        value={values.subject}
        maxLength={300}
        onChange={(event) => change({ subject: event.currentTarget.value })}
        error={error('subject')}
      />
      <Textarea
        label={t('text')}
        value={values.text}
        maxLength={10_000}
        autosize
        minRows={7}
        maxRows={16}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={error('text')}
      />
      <div className={classes.checks}>
        <Checkbox
          label={t('withLink')}
          checked={values.withLink}
          onChange={(event) => change({ withLink: event.currentTarget.checked })}
        />
        {mayAttachXml && (
          <Checkbox
            label={t('attachXml')}
            checked={values.attachXml}
            onChange={(event) => change({ attachXml: event.currentTarget.checked })}
          />
        )}
      </div>
    </>
  );
}

export interface SendDialogProps {
  tenant: string;
  documentId: string;
  /** A mail that was sent before, to be sent again or to others. */
  earlier?: MailValues;
  onClose: () => void;
}

/** Looks a mail over and sends it, with its document. Mounted while it is open. */
export function SendDialog({ tenant, documentId, earlier, onClose }: SendDialogProps) {
  const t = useTranslations('sharing');
  const tForm = useTranslations('common.form');
  const sending = useSending({ tenant, documentId, earlier, onSent: onClose });
  const { draft, values, change, send, busy, failure } = sending;
  const [previewing, setPreviewing] = useState(false);
  // Fault paths of lists name the entry: `to.0`.
  const error = (path: string) =>
    failure?.errors.find((fault) => fault.path === path || fault.path.startsWith(`${path}.`))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(false);
  };
  const byKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <Dialog open title={t('title')} onClose={onClose} busy={busy} wide>
      <form className={classes.form} onSubmit={submit} onKeyDown={byKey} aria-busy={busy} noValidate>
        <FailureNotice failure={failure} beside={() => true} />
        {!values && !failure && <p className={classes.quiet}>{t('loading')}</p>}
        {values &&
          (previewing ? (
            <MailPreview values={values} language={draft?.language ?? ''} />
          ) : (
            <Fields
              values={values}
              change={change}
              error={error}
              mayAttachXml={draft?.mayAttachXml ?? values.attachXml}
            />
          ))}
        <DialogActions>
          {values && (
            <Button look="quiet" onClick={() => setPreviewing(!previewing)}>
              {previewing ? t('edit') : t('preview')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose} disabled={busy}>
            {tForm('cancel')}
          </Button>
          {failure?.code === 'conflict' ? (
            <Button look="danger" busy={busy} onClick={() => void send(true)}>
              {t('sendAgain')}
            </Button>
          ) : (
            <Button type="submit" look="primary" busy={busy} disabled={!values} title={tForm('saveKeys')}>
              {t('send')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
