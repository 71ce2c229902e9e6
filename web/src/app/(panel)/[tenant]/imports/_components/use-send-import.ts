'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { sendFile } from '../../files/_components/send-file';
import { cancelImportAction, createImportAction, importUploadedAction } from '../actions';

const MEGABYTE = 1024 * 1024;

interface SendFailure {
  title: string;
  hint: string;
  requestId?: string;
}

interface Sending {
  name: string;
  /** From 0 to 1. */
  part: number;
}

/** Takes one file to the store and its import to the next step; says in words what is in the way. */
export function useSendImport(tenant: string, maxBytes: number) {
  const t = useTranslations('imports.drop');
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const [failure, setFailure] = useState<SendFailure | null>(null);

  const faultOf = (files: readonly File[]): SendFailure | null => {
    const [file] = files;
    if (!file || files.length > 1) return { title: t('one'), hint: t('nothingChanged') };
    const { name, size } = file;
    if (size === 0) return { title: t('empty', { name }), hint: t('nothingChanged') };
    if (size <= maxBytes) return null;
    const [own, most] = [String(Math.ceil(size / MEGABYTE)), String(Math.floor(maxBytes / MEGABYTE))];
    return { title: t('tooLarge', { name, size: own, megabytes: most }), hint: t('tooLargeHint') };
  };

  const deliver = async (file: File): Promise<SendFailure | null> => {
    const asked = await createImportAction(tenant, { fileName: file.name, bytes: file.size });
    if (!asked.ok) return { title: asked.message, hint: t('nothingChanged'), requestId: asked.requestId };
    const { id, upload } = asked.data;
    try {
      await sendFile(file, upload, (part) => setSending({ name: file.name, part }));
      const taken = await importUploadedAction(tenant, id);
      if (!taken.ok) return { title: taken.message, hint: t('nothingChanged'), requestId: taken.requestId };
    } catch (error) {
      await cancelImportAction(tenant, id);
      throw error;
    }
    router.push(`/${tenant}/imports/${id}`);
    return null;
  };

  const send = async (files: readonly File[]) => {
    if (sending) return;
    const fault = faultOf(files);
    setFailure(fault);
    const [file] = files;
    if (fault || !file) return;
    setSending({ name: file.name, part: 0 });
    const failed = await deliver(file).catch(() => ({ title: t('notSent'), hint: t('notSentHint') }));
    if (!failed) return;
    setFailure(failed);
    setSending(null);
  };

  return { sending, failure, send };
}
