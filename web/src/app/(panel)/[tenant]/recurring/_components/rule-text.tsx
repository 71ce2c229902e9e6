import { formatDate, isDate } from '@countinghouse/core/platform/time';
import type { RecurrenceRule } from '@countinghouse/core/recurring-invoices/schemas';
import { useTranslations } from 'next-intl';
import type { Reader } from '../../../../../ui/reader';

interface RuleTextProps {
  rule: RecurrenceRule;
  reader: Reader;
  /** With its first and last day. */
  whole?: boolean;
}

/** Says a rule in plain words. */
export function useRuleText(reader: Reader) {
  const t = useTranslations('recurring.rule');
  const dayText = (on: Exclude<RecurrenceRule, { frequency: 'weekly' }>['on']) => {
    if (on.kind === 'day') return t('day', { day: on.day });
    if (on.kind === 'last-day') return t('last-day');
    return t('nth', { nth: String(on.nth), weekday: String(on.weekday) });
  };
  const rhythm = (rule: RecurrenceRule) => {
    if (rule.frequency === 'weekly') return t('weekly', { every: rule.every, weekday: String(rule.weekday) });
    const on = dayText(rule.on);
    if (rule.frequency === 'quarterly') return t('quarterly', { on });
    if (rule.frequency === 'monthly') return t('monthly', { every: rule.every, on });
    return t('yearly', { every: rule.every, on, month: String(Number(rule.start.slice(5, 7))) });
  };
  const date = (text: string) => (isDate(text) ? formatDate(text, reader) : text);
  const end = ({ end }: RecurrenceRule) => {
    if (end.kind === 'on') return t('until', { date: date(end.date) });
    return end.kind === 'after' ? t('times', { count: end.count }) : null;
  };
  return {
    rhythm,
    whole: (rule: RecurrenceRule) =>
      [rhythm(rule), t('from', { date: date(rule.start) }), end(rule)].filter(Boolean).join(', '),
  };
}

export function RuleText({ rule, reader, whole = false }: RuleTextProps) {
  const say = useRuleText(reader);
  return <>{whole ? say.whole(rule) : say.rhythm(rule)}</>;
}
