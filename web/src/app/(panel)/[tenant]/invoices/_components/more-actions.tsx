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
import type { Settling } from './settle/load-settling';

type Asked = 'void' | 'notes' | 'writeOff' | 'useCredit';

// Fields come when they are asked for.
const NotesDialog = dynamic(() => import('./notes-dialog').then((module) => module.NotesDialog), {
  ssr: false,
});
const VoidDialog = dynamic(() => import('./void-dialog').then((module) => module.VoidDialog), { ssr: false });

const WriteOffDialog = dynamic(
  () => import('./settle/write-off-dialog').then((module) => module.WriteOffDialog),
  { ssr: false },
);
const UseCreditDialog = dynamic(
  () => import('./settle/use-credit-dialog').then((module) => module.UseCreditDialog),
  { ssr: false },
);

interface MoreActionsProps {
  tenant: string;
  invoice: Pick<InvoiceDto, 'id' | 'version' | 'kind' | 'state' | 'notes' | 'tags' | 'remindersPaused'>;
  /** Whether the document itself may be changed. */
  writes: boolean;
  /** Whether it can be voided: nothing has been paid on it or credited of it. */
  mayVoid: boolean;
  /** Of an invoice of which something is open. */
  settling: Settling | null;
}

/** The document's own affairs: its like, its notes, its reminders. */
function OwnActions({ tenant, invoice, mayVoid, ask }: MoreActionsProps & { ask: (what: Asked) => void }) {
  const t = useTranslations('invoices.actions');
  const { busy, run } = useVerb();
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
      {isInvoice && <a href={`/${tenant}/invoices/new?from=${invoice.id}`}>{t('duplicate')}</a>}
      {isInvoice && <a href={`/${tenant}/recurring/new?fromInvoice=${invoice.id}`}>{t('recurring')}</a>}
      <button type="button" onClick={() => ask('notes')}>
        {t('notes')}
      </button>
      {invoice.kind !== 'credit_note' && invoice.state === 'issued' && (
        <button type="button" disabled={busy} onClick={() => void pause()}>
          {t(invoice.remindersPaused ? 'resumeReminders' : 'pauseReminders')}
        </button>
      )}
      {mayVoid && (
        <button type="button" onClick={() => ask('void')}>
          {t('void')}
        </button>
      )}
    </>
  );
}

/** What is seldom done with an issued document. */
export function MoreActions(props: MoreActionsProps) {
  const { tenant, invoice, writes, settling } = props;
  const t = useTranslations('invoices');
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const hasCredit = settling && settling.documents.length + settling.payments.length > 0;
  return (
    <>
      <MenuButton label={t('actions.more')} icon={IconDots}>
        {settling && (
          <button type="button" onClick={() => setAsked('writeOff')}>
            {t('settle.writeOff')}
          </button>
        )}
        {hasCredit && (
          <button type="button" onClick={() => setAsked('useCredit')}>
            {t('settle.useCredit')}
          </button>
        )}
        {writes && <OwnActions {...props} ask={setAsked} />}
      </MenuButton>
      {asked === 'notes' && <NotesDialog tenant={tenant} invoice={invoice} open onClose={close} />}
      {asked === 'void' && <VoidDialog tenant={tenant} invoice={invoice} open onClose={close} />}
      {asked === 'writeOff' && settling && (
        <WriteOffDialog tenant={tenant} settling={settling} onClose={close} />
      )}
      {asked === 'useCredit' && settling && (
        <UseCreditDialog tenant={tenant} settling={settling} onClose={close} />
      )}
    </>
  );
}
