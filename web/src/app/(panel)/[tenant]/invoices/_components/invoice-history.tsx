import type { AuditLine } from '@countinghouse/core/audit-log';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import { readWriteOff } from '@countinghouse/core/payments/states';
import type { ReminderLetterDto } from '@countinghouse/core/reminders/schemas';
import type { SendingDto, SendingState } from '@countinghouse/core/sharing/schemas';
import { formatMoney } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import type { Reader } from '../../../../../ui/reader';
import { useHistoryText } from '../../_components/use-history-text';
import { InvoiceTimeline } from './invoice-timeline';
import { auditEvents, timeline, type TimelineEvent } from './timeline';

interface InvoiceHistoryProps {
  tenant: string;
  invoice: InvoiceDto;
  /** The mails that it went with. */
  sendings: readonly SendingDto[];
  /** The letters that reminded of it. */
  reminders: readonly ReminderLetterDto[];
  lines: readonly AuditLine[];
  reader: Reader;
}

const sendingTexts: Record<SendingState, 'sent' | 'sending' | 'notSent' | 'kept'> = {
  waiting: 'sending',
  queued: 'sending',
  sent: 'sent',
  kept: 'kept',
  failed: 'notSent',
};

/** What settled the document, and what was taken back of that. */
function useSettled({ kind, allocations }: InvoiceDto, reader: Reader): TimelineEvent[] {
  const t = useTranslations('invoices');
  const side = kind === 'credit_note' ? 'used' : 'settled';
  return allocations.map(({ id, day, amount, source, reason, document }): TimelineEvent => {
    const isBack = amount.amount.startsWith('-');
    const written = source === 'write_off' ? readWriteOff(reason) : undefined;
    const detail = written
      ? [t(`settle.kinds.${written.kind}`), written.note].filter(Boolean).join(': ')
      : [document?.number, reason].filter(Boolean).join(' · ');
    const minor = BigInt(amount.amount);
    const values = { amount: formatMoney(isBack ? -minor : minor, amount.currency, reader) };
    return {
      key: id,
      at: day,
      text: isBack ? t('history.takenBack', values) : t(`history.${side}.${source}`, values),
      ...(detail && { detail }),
      ...(!isBack && { tone: 'good' }),
    };
  });
}

/** The history of a document out of everything that knows of it. */
export function InvoiceHistory(props: InvoiceHistoryProps) {
  const { tenant, invoice, sendings, reminders, lines, reader } = props;
  const t = useTranslations('invoices.history');
  const say = useHistoryText('invoices');
  const settled = useSettled(invoice, reader);
  const reminded = reminders.map(({ id, createdAt, level, number, delivery, documentId }): TimelineEvent => ({
    key: id,
    at: createdAt,
    text: t('reminded', { level: level.name }),
    detail: `${number} · ${t(`delivery.${delivery}`)}`,
    href: `/${tenant}/documents/${documentId}/pdf`,
  }));
  const viewed: TimelineEvent[] = invoice.viewedAt
    ? [{ key: 'viewed', at: invoice.viewedAt, text: t('viewed') }]
    : [];
  const sent = sendings.map(
    ({ id, createdAt, sentAt, failedAt, state, to, reason, sentBy }): TimelineEvent => ({
      key: id,
      at: sentAt ?? failedAt ?? createdAt,
      text: t(sendingTexts[state], { to: to.join(', ') }),
      detail: reason ?? sentBy,
      ...(state === 'failed' && { tone: 'bad' }),
    }),
  );
  const credited = invoice.creditNotes.flatMap(({ id, issueDate, number, state }): TimelineEvent[] =>
    state === 'issued' && issueDate && number
      ? [{ key: id, at: issueDate, text: t('credited', { number }) }]
      : [],
  );
  return (
    <InvoiceTimeline
      events={timeline(auditEvents(lines, say), sent, reminded, settled, viewed, credited)}
      reader={reader}
    />
  );
}
