'use client';

import { NativeSelect } from '@mantine/core';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ActionResult } from '../../../../../server/result';
import { Button } from '../../../../../ui/button';
import { ConfirmButton } from '../../../../../ui/confirm-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { createLinkAction, revokeLinkAction } from '../actions';
import classes from './sharing.module.css';

/** Runs a change of links once at a time and shows how they are afterwards. */
function useLinkChange() {
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [busy, start] = useTransition();
  const run = (change: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const result = await change().catch(() => null);
      if (!result?.ok) showNotice({ message: result?.message ?? tErrors('unreachable'), tone: 'bad' });
      router.refresh();
    });
  return { busy, run };
}

const COPIED_MS = 2_000;

/** The address of a link, to be copied. */
export function CopyLink({ url }: { url: string }) {
  const t = useTranslations('sharing');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <div className={classes.url}>
      <input
        readOnly
        value={url}
        aria-label={t('link')}
        onFocus={(event) => event.currentTarget.select()}
        spellCheck={false}
      />
      <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy().catch(() => undefined)}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  );
}

/** Closes a link, which cannot be taken back. */
export function RevokeLink({ tenant, linkId }: { tenant: string; linkId: string }) {
  const t = useTranslations('sharing');
  const { busy, run } = useLinkChange();
  return (
    <ConfirmButton
      label={t('revoke')}
      confirm={t('revokeNow')}
      busy={busy}
      onConfirm={() => run(() => revokeLinkAction(tenant, linkId))}
    />
  );
}

const spans = ['7', '30', '180', '365'] as const;

/** Makes a link that works for a while. */
export function NewLink({ tenant, documentId }: { tenant: string; documentId: string }) {
  const t = useTranslations('sharing');
  const [days, setDays] = useState<string>('180');
  const { busy, run } = useLinkChange();
  return (
    <div className={classes.newLink}>
      <NativeSelect
        aria-label={t('expiry')}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
        data={spans.map((value) => ({ value, label: t('days', { days: Number(value) }) }))}
      />
      <Button
        icon={IconLink}
        busy={busy}
        onClick={() => run(() => createLinkAction(tenant, documentId, { expiresInDays: Number(days) }))}
      >
        {t('newLink')}
      </Button>
    </div>
  );
}
