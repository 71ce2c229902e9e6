import type { AuditLine } from '@countinghouse/core/audit-log';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import type { SendingDto, SendingState } from '@countinghouse/core/sharing/schemas';
import { formatMoney } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import type { Reader } from '../../../../../ui/reader';
import { useHistoryText } from '../../_components/use-history-text';
import { InvoiceTimeline } from './invoice-timeline';
import { auditEvents, timeline, type TimelineEvent } from './timeline';

interface InvoiceHistoryProps {
  invoice: InvoiceDto;
  /** The mails that it went with. */
  sendings: readonly SendingDto[];
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

/** The history of a document out of everything that knows of it. */
export function InvoiceHistory({ invoice, sendings, lines, reader }: InvoiceHistoryProps) {
  const t = useTranslations('invoices.history');
  const say = useHistoryText('invoices');
  const settled = invoice.allocations.map(({ id, day, amount, source, reason }): TimelineEvent => ({
    key: id,
    at: day,
    text: t(`settled.${source}`, { amount: formatMoney(BigInt(amount.amount), amount.currency, reader) }),
    ...(reason && { detail: reason }),
    tone: 'good',
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
      events={timeline(auditEvents(lines, say), sent, settled, viewed, credited)}
      reader={reader}
    />
  );
}
