'use client';

import type { MailDraft } from '@countinghouse/core/sharing/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ActionFailure } from '../../../../../ui/form/action-result';
import { showNotice } from '../../../../../ui/notices/notice';
import { draftMailAction, sendDocumentAction } from '../actions';

/** What a mail says, and what goes with it. */
export interface MailValues {
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  attachXml: boolean;
  withLink: boolean;
}

/** Names one request to send: the same however often it is tried, so that no mail goes twice. */
const newRequestKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

interface SendingOptions {
  tenant: string;
  documentId: string;
  /** A mail that was sent before, to begin with; else what the company's template says. */
  earlier?: MailValues | undefined;
  onSent: () => void;
}

/** The state of the dialog that sends a document: the mail, and sending it once. */
export function useSending({ tenant, documentId, earlier, onSent }: SendingOptions) {
  const t = useTranslations();
  const router = useRouter();
  const [draft, setDraft] = useState<MailDraft>();
  const [values, setValues] = useState<MailValues | undefined>(earlier);
  const [failure, setFailure] = useState<ActionFailure>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newRequestKey());
  const locked = useRef(false);

  const fail = () =>
    setFailure({
      ok: false,
      code: 'unavailable',
      message: t('errors.unreachable'),
      requestId: '',
      errors: [],
    });

  useEffect(() => {
    draftMailAction(tenant, documentId)
      .then((result) => {
        if (!result.ok) return setFailure(result);
        const { to, subject, text } = result.data;
        setDraft(result.data);
        setValues((held) => held ?? { to, cc: [], subject, text, attachXml: false, withLink: true });
      })
      .catch(fail);
    // Asked once each time the dialog opens.
  }, []);

  const send = async (again: boolean) => {
    // A second press, or Ctrl+Enter held down, must not send twice.
    if (locked.current || !values) return;
    locked.current = true;
    setBusy(true);
    setFailure(undefined);
    const result = await sendDocumentAction(tenant, documentId, { ...values, again }, key.current).catch(
      () => null,
    );
    locked.current = false;
    setBusy(false);
    if (!result) return fail();
    if (!result.ok) return setFailure(result);
    showNotice({ message: t('sharing.onItsWay', { to: result.data.to.join(', ') }) });
    router.refresh();
    onSent();
  };

  const change = (patch: Partial<MailValues>) => setValues((held) => held && { ...held, ...patch });
  return { draft, values, change, send, busy, failure };
}
