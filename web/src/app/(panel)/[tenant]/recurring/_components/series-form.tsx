'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { InvoiceTemplate } from '@countinghouse/core/recurring-invoices/schemas';
import { periodKinds, recurringModes } from '@countinghouse/core/recurring-invoices/states';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { ActionResult } from '../../../../../ui/form/action-result';
import { Form, FormActions } from '../../../../../ui/form/form';
import { FormGroup } from '../../_components/form-group';
import { AdjustmentRows } from '../../_components/lines/adjustment-rows';
import { CustomerField } from '../../_components/lines/customer-field';
import type { LineRules } from '../../_components/lines/draft';
import { fieldAt } from '../../_components/lines/field-at';
import { LineItems } from '../../_components/lines/line-items';
import lineClasses from '../../_components/lines/lines.module.css';
import { LinesSum } from '../../_components/lines/lines-sum';
import { useRecordDraft } from '../../_components/lines/use-record-draft';
import { createRecurringAction, updateRecurringAction } from '../actions';
import classes from './recurring.module.css';
import { RuleFields } from './rule-fields';
import { RulePreview } from './rule-preview';
import { seriesInput, type SeriesDraft } from './series-draft';

interface EditedSeries {
  id: string;
  version: number;
  /** The day after its last date, and how many dates it has had. */
  progress: { from: string; made: number };
  template: InvoiceTemplate | null;
}

interface SeriesFormProps {
  tenant: string;
  initial: SeriesDraft;
  rules: LineRules;
  today: string;
  /** The number of the order whose lines are read each time. */
  orderNumber?: string | undefined;
  /** The series that is changed; absent for a new one. */
  edited?: EditedSeries;
  cancelHref: string;
  /** Names what is kept in this tab. */
  draftKey: string;
}

/** The server names fields of the template within it; the form shows them as its own. */
function asOwn<Data>(result: ActionResult<Data>): ActionResult<Data> {
  if (result.ok) return result;
  const errors = result.errors.map(({ path, message }) => ({
    path: path.replace(/^template\./, ''),
    message,
  }));
  return { ...result, errors };
}

function useSeriesDraft({ tenant, initial, rules, edited, draftKey }: SeriesFormProps) {
  const router = useRouter();
  return useRecordDraft({
    key: `${tenant}/recurring/${draftKey}`,
    initial,
    send: async (draft) => {
      const input = seriesInput(draft, rules, edited?.template ?? null);
      return asOwn(
        edited
          ? await updateRecurringAction(tenant, edited.id, edited.version, input)
          : await createRecurringAction(tenant, input),
      );
    },
    onSaved: (series) => {
      router.push(`/${tenant}/recurring/${series.id}`);
      router.refresh();
    },
  });
}

interface PartProps {
  tenant: string;
  draft: SeriesDraft;
  errors: Record<string, string>;
  change: (patch: Partial<SeriesDraft>) => void;
}

function WhatFields({ tenant, draft, errors, change }: PartProps) {
  const t = useTranslations('recurring');
  return (
    <FormGroup title={t('form.what')}>
      <TextInput
        label={t('form.name')}
        description={t('form.nameHint')}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        {...fieldAt(errors, 'name')}
      />
      <CustomerField tenant={tenant} draft={draft} errors={errors} change={change} required />
      <NativeSelect
        label={t('form.mode')}
        value={draft.mode}
        data={recurringModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
        onChange={(event) => change({ mode: event.currentTarget.value as SeriesDraft['mode'] })}
      />
    </FormGroup>
  );
}

function WhenFields({ draft, errors, change }: PartProps) {
  const t = useTranslations('recurring');
  return (
    <FormGroup title={t('form.when')}>
      <RuleFields draft={draft} errors={errors} change={change} />
      <NativeSelect
        label={t('form.period')}
        value={draft.period}
        data={periodKinds.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={(event) => change({ period: event.currentTarget.value as SeriesDraft['period'] })}
      />
    </FormGroup>
  );
}

function Texts({ draft, errors, change }: PartProps) {
  const t = useTranslations('recurring.form');
  const tLines = useTranslations('lines');
  return (
    <div className={lineClasses.notes}>
      <Textarea
        label={t('intro')}
        autosize
        minRows={2}
        value={draft.intro}
        onChange={(event) => change({ intro: event.currentTarget.value })}
        {...fieldAt(errors, 'intro')}
      />
      <Textarea
        label={t('outro')}
        autosize
        minRows={2}
        value={draft.outro}
        onChange={(event) => change({ outro: event.currentTarget.value })}
        {...fieldAt(errors, 'outro')}
      />
      <TextInput
        label={t('buyerReference')}
        maxLength={120}
        value={draft.buyerReference}
        onChange={(event) => change({ buyerReference: event.currentTarget.value })}
        {...fieldAt(errors, 'buyerReference')}
      />
      <TextInput
        label={t('paymentTermsDays')}
        inputMode="numeric"
        maxLength={3}
        value={draft.paymentTermsDays}
        onChange={(event) => change({ paymentTermsDays: event.currentTarget.value })}
        {...fieldAt(errors, 'paymentTermsDays')}
      />
      <Textarea
        label={tLines('notes')}
        value={draft.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
        {...fieldAt(errors, 'notes')}
      />
    </div>
  );
}

/** The form of a series: what, for whom and when, with the dates that follow from it. */
export function SeriesForm(props: SeriesFormProps) {
  const { tenant, rules, edited, cancelHref, today, orderNumber } = props;
  const t = useTranslations('recurring.form');
  const tLines = useTranslations('lines');
  const { form, draft, change } = useSeriesDraft(props);
  const { errors, busy, failure } = form;
  const part = { tenant, draft, errors, change };
  return (
    <Form form={form} className={classes.form}>
      <div className={classes.top}>
        <div className={classes.groups}>
          <WhatFields {...part} />
          <WhenFields {...part} />
        </div>
        <RulePreview draft={draft} today={today} progress={edited?.progress} />
      </div>
      {orderNumber ? (
        <p className={classes.hint}>{t('templateOrder', { number: orderNumber })}</p>
      ) : (
        <>
          <LineItems {...part} rules={rules} />
          <p className={classes.hint}>
            {t('placeholders', { month: '{month}', year: '{year}', from: '{from}', to: '{to}' })}
          </p>
          <AdjustmentRows {...part} />
          <section className={lineClasses.rest}>
            <Texts {...part} />
            <LinesSum draft={draft} rules={rules} />
          </section>
        </>
      )}
      <div className={lineClasses.buttons}>
        <FormActions busy={busy} label={edited ? t('save') : t('create')} cancelHref={cancelHref}>
          {failure?.code === 'stale' && edited && (
            <a href={`/${tenant}/recurring/${edited.id}`}>{tLines('showNewest')}</a>
          )}
        </FormActions>
      </div>
    </Form>
  );
}
