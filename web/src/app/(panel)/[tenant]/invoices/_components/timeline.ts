import type { AuditLine } from '@countinghouse/core/audit-log';

/** One thing that happened to a document. Texts are for the reader. */
export interface TimelineEvent {
  key: string;
  /** RFC 3339, or a plain date for what has no time. */
  at: string;
  text: string;
  detail?: string;
  /** A file that tells more. */
  href?: string;
  tone?: 'good' | 'bad';
}

/** Lines of the log that another source tells better, with who, to whom and how it went. */
const toldElsewhere = new Set([
  'invoice.send',
  'invoice.view',
  'invoice.remind',
  'payment.write-off',
  'payment.apply-credit',
  'payment.take-back',
]);

export const auditEvents = (lines: readonly AuditLine[], say: (line: AuditLine) => string): TimelineEvent[] =>
  lines
    .filter(({ action }) => !toldElsewhere.has(action))
    .map((line) => ({
      key: line.id,
      at: line.at,
      text: say(line),
      ...(line.action === 'invoice.issue' && { tone: 'good' as const }),
    }));

/** What has only a date stands behind everything that happened earlier on that day. */
const order = (at: string) => (at.length === 10 ? `${at}T99` : at);

/** All of it, the newest first. */
export const timeline = (...sources: readonly (readonly TimelineEvent[])[]): TimelineEvent[] =>
  sources.flat().sort((a, b) => (order(a.at) < order(b.at) ? 1 : order(a.at) > order(b.at) ? -1 : 0));
