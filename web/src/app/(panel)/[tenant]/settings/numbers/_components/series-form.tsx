'use client';

import { TextInput } from '@mantine/core';
import {
  patternFaults,
  previewNumbers,
  type NumberSeriesDto,
  type UpdateNumberSeriesInput,
} from '@countinghouse/core/number-series/schemas';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Form, FormActions } from '../../../../../../ui/form/form';
import { useActionForm } from '../../../../../../ui/form/use-action-form';
import { showNotice } from '../../../../../../ui/notices/notice';
import classes from '../../_components/settings.module.css';
import { updateSeriesAction } from '../actions';

interface SeriesFormProps {
  tenant: string;
  series: NumberSeriesDto;
  today: string;
  mayChange: boolean;
}

interface Values extends Record<string, unknown> {
  pattern: string;
  next: string;
}

const isCount = (text: string) => /^[1-9]\d{0,11}$/.test(text.trim());

/** One series: its pattern, and the numbers that it gives next, as they are typed. */
export function SeriesForm({ tenant, series, today, mayChange }: SeriesFormProps) {
  const t = useTranslations('settings');
  const sayFault = useTranslations('faults');
  const router = useRouter();
  const known = useRef(series);
  const [typed, setTyped] = useState<Values>({ pattern: series.pattern, next: String(series.next) });
  const isOpen = known.current.lastUsed === 0;
  const form = useActionForm<Values, NumberSeriesDto, UpdateNumberSeriesInput>({
    action: (input) => updateSeriesAction(tenant, series.kind, known.current.version, input),
    initialValues: typed,
    toInput: ({ pattern, next }) => ({
      pattern,
      ...(isOpen && Number(next) !== known.current.next && { next: Number(next) }),
    }),
    validate: {
      pattern: (pattern) => {
        const [fault] = patternFaults(pattern);
        return fault ? sayFault(fault.code, fault.values) : null;
      },
      next: (next) => (!isOpen || isCount(next) ? null : t('wholeNumber')),
    },
    onSaved: (saved) => {
      known.current = saved;
      showNotice({ message: t('saved') });
      router.refresh();
    },
  });
  form.watch('pattern', ({ value }) => setTyped((before) => ({ ...before, pattern: value })));
  form.watch('next', ({ value }) => setTyped((before) => ({ ...before, next: value })));
  const isRight = patternFaults(typed.pattern).length === 0 && isCount(typed.next);
  const numbers = isRight ? previewNumbers(typed.pattern, today, BigInt(typed.next.trim())) : [];
  return (
    <Form form={form} className={classes.box}>
      <h2>{t(`numbers.kinds.${series.kind}`)}</h2>
      <fieldset className={classes.fields} disabled={!mayChange}>
        <div className={classes.pair}>
          <TextInput
            label={t('numbers.pattern')}
            maxLength={30}
            autoComplete="off"
            spellCheck={false}
            key={form.key('pattern')}
            {...form.getInputProps('pattern')}
          />
          <TextInput
            label={t('numbers.next')}
            description={isOpen ? undefined : t('numbers.begun')}
            inputMode="numeric"
            maxLength={12}
            disabled={!isOpen}
            key={form.key('next')}
            {...form.getInputProps('next')}
          />
        </div>
      </fieldset>
      <p className={classes.hint} aria-live="polite">
        {series.lastNumber && <>{t('numbers.last', { number: series.lastNumber })} </>}
        {numbers.length > 0 && t('numbers.preview', { numbers: numbers.join(', ') })}
      </p>
      {mayChange && (
        <FormActions busy={form.busy} label={t('save')}>
          {form.failure?.code === 'stale' && <a href={`/${tenant}/settings/numbers`}>{t('showNewest')}</a>}
        </FormActions>
      )}
    </Form>
  );
}
