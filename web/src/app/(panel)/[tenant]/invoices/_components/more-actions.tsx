'use client';

import { IconDots } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { MenuButton } from '../../../../../ui/menu-button';
import { showNotice } from '../../../../../ui/notices/notice';
import { useVerb } from '../../settings/_components/use-verb';
import { annotateInvoiceAction } from '../actions';

// Fields come when they are asked for.
const NotesDialog = dynamic(() => import('./notes-dialog').then((module) => module.NotesDialog), {
  ssr: false,
});
const VoidDialog = dynamic(() => import('./void-dialog').then((module) => module.VoidDialog), { ssr: false });

interface MoreActionsProps {
  tenant: string;
  invoice: Pick<InvoiceDto, 'id' | 'version' | 'kind' | 'state' | 'notes' | 'tags' | 'remindersPaused'>;
  /** Whether it can be voided: nothing has been paid on it or credited of it. */
  mayVoid: boolean;
}

/** What is seldom done with an issued document. */
export function MoreActions({ tenant, invoice, mayVoid }: MoreActionsProps) {
  const t = useTranslations('invoices.actions');
  const { busy, run } = useVerb();
  const [asked, setAsked] = useState<'void' | 'notes'>();
  const close = () => setAsked(undefined);
  const isInvoice = invoice.kind === 'invoice';
  const pause = () =>
    run(
      async () => {
        const input = { remindersPaused: !invoice.remindersPaused };
        const result = await annotateInvoiceAction(tenant, invoice.id, invoice.version, input);
        if (!result.ok) showNotice({ message: result.message, tone: 'bad' });
        return result;
      },
      t(invoice.remindersPaused ? 'resumed' : 'paused'),
    );
  return (
    <>
      <MenuButton label={t('more')} icon={IconDots}>
        {isInvoice && <a href={`/${tenant}/invoices/new?from=${invoice.id}`}>{t('duplicate')}</a>}
        {isInvoice && <a href={`/${tenant}/recurring/new?fromInvoice=${invoice.id}`}>{t('recurring')}</a>}
        <button type="button" onClick={() => setAsked('notes')}>
          {t('notes')}
        </button>
        {invoice.kind !== 'credit_note' && invoice.state === 'issued' && (
          <button type="button" disabled={busy} onClick={() => void pause()}>
            {t(invoice.remindersPaused ? 'resumeReminders' : 'pauseReminders')}
          </button>
        )}
        {mayVoid && (
          <button type="button" onClick={() => setAsked('void')}>
            {t('void')}
          </button>
        )}
      </MenuButton>
      {asked === 'notes' && <NotesDialog tenant={tenant} invoice={invoice} open onClose={close} />}
      {asked === 'void' && <VoidDialog tenant={tenant} invoice={invoice} open onClose={close} />}
    </>
  );
}
