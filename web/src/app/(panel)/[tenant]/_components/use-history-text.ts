import type { AuditLine } from '@countinghouse/core/audit-log';
import { useTranslations } from 'next-intl';

/** Says in the reader's language what happened to a record; an action without a text of its own goes by its name. */
export function useHistoryText(
  area: 'orders' | 'offers' | 'customers' | 'products' | 'invoices' | 'recurring',
): (line: AuditLine) => string {
  const t = useTranslations(area as 'customers');
  return ({ action, actor }) => {
    const key = `history.${action.replace('.', '-')}`;
    return t.has(key as never) ? t(key as never, { name: actor.name } as never) : `${action} · ${actor.name}`;
  };
}
