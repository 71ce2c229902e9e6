'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DateField } from '../../../../../ui/form/date-field';
import { fieldAt } from '../../_components/lines/field-at';
import type { RuleDraft } from './series-draft';

interface RuleFieldsProps {
  draft: RuleDraft;
  errors: Record<string, string>;
  change: (patch: Partial<RuleDraft>) => void;
}

const sevenths = ['1', '2', '3', '4', '5', '6', '7'] as const;
const fifths = ['1', '2', '3', '4', '5'] as const;

const everyLabel = { weekly: 'everyWeeks', monthly: 'everyMonths', yearly: 'everyYears' } as const;

function DayFields({ draft, errors, change }: RuleFieldsProps) {
  const t = useTranslations('recurring');
  const weekly = draft.frequency === 'weekly';
  return (
    <>
      {!weekly && (
        <NativeSelect
          label={t('form.dayKind')}
          value={draft.dayKind}
          data={(['day', 'last-day', 'weekday'] as const).map((value) => ({
            value,
            label: t(`days.${value}`),
          }))}
          onChange={(event) => change({ dayKind: event.currentTarget.value as RuleDraft['dayKind'] })}
        />
      )}
      {!weekly && draft.dayKind === 'day' && (
        <TextInput
          label={t('form.day')}
          description={Number(draft.day) > 28 ? t('form.dayHint') : undefined}
          inputMode="numeric"
          maxLength={2}
          value={draft.day}
          onChange={(event) => change({ day: event.currentTarget.value })}
          {...fieldAt(errors, 'rule.on.day')}
        />
      )}
      {!weekly && draft.dayKind === 'weekday' && (
        <NativeSelect
          label={t('form.nth')}
          value={draft.nth}
          data={fifths.map((value) => ({ value, label: t(`nths.${value}`) }))}
          onChange={(event) => change({ nth: event.currentTarget.value })}
        />
      )}
      {(weekly || draft.dayKind === 'weekday') && (
        <NativeSelect
          label={t('form.weekday')}
          value={draft.weekday}
          data={sevenths.map((value) => ({ value, label: t(`weekdays.${value}`) }))}
          onChange={(event) => change({ weekday: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** When the invoices come. */
export function RuleFields(props: RuleFieldsProps) {
  const { draft, errors, change } = props;
  const t = useTranslations('recurring');
  return (
    <>
      <NativeSelect
        label={t('form.frequency')}
        value={draft.frequency}
        data={(['weekly', 'monthly', 'quarterly', 'yearly'] as const).map((value) => ({
          value,
          label: t(`frequencies.${value}`),
        }))}
        onChange={(event) => change({ frequency: event.currentTarget.value as RuleDraft['frequency'] })}
      />
      {draft.frequency !== 'quarterly' && (
        <TextInput
          label={t(`form.${everyLabel[draft.frequency]}`)}
          inputMode="numeric"
          maxLength={2}
          value={draft.every}
          onChange={(event) => change({ every: event.currentTarget.value })}
          {...fieldAt(errors, 'rule.every')}
        />
      )}
      <DayFields {...props} />
      <DateField
        label={t('form.start')}
        value={draft.start}
        onChange={(start) => change({ start })}
        {...fieldAt(errors, 'rule.start')}
      />
      <NativeSelect
        label={t('form.end')}
        value={draft.endKind}
        data={(['never', 'on', 'after'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
        onChange={(event) => change({ endKind: event.currentTarget.value as RuleDraft['endKind'] })}
      />
      {draft.endKind === 'on' && (
        <DateField
          label={t('form.endDate')}
          value={draft.endDate}
          onChange={(endDate) => change({ endDate })}
          {...fieldAt(errors, 'rule.end.date')}
        />
      )}
      {draft.endKind === 'after' && (
        <TextInput
          label={t('form.count')}
          inputMode="numeric"
          maxLength={4}
          value={draft.count}
          onChange={(event) => change({ count: event.currentTarget.value })}
          {...fieldAt(errors, 'rule.end.count')}
        />
      )}
    </>
  );
}
