'use client';

import { Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '../../../../../ui/button';
import { Form, FormActions } from '../../../../../ui/form/form';
import { MomentField } from '../../../../../ui/form/moment-field';
import { AdjustmentRows } from '../../_components/lines/adjustment-rows';
import { CustomerField } from '../../_components/lines/customer-field';
import type { LineRules } from '../../_components/lines/draft';
import { fieldAt } from '../../_components/lines/field-at';
import { LineItems } from '../../_components/lines/line-items';
import classes from '../../_components/lines/lines.module.css';
import { LinesSum } from '../../_components/lines/lines-sum';
import { useRecordDraft } from '../../_components/lines/use-record-draft';
import { createOrderAction, updateOrderAction } from '../actions';
import { inputOf, type OrderDraft } from './order-draft';

interface EditedOrder {
  id: string;
  version: number;
}

interface OrderFormProps {
  tenant: string;
  initial: OrderDraft;
  rules: LineRules;
  /** The order that is changed; absent for a new one. */
  edited?: EditedOrder;
  cancelHref: string;
}

interface FactsProps {
  tenant: string;
  draft: OrderDraft;
  errors: Record<string, string>;
  change: (patch: Partial<OrderDraft>) => void;
  edited: boolean;
}

function Facts({ edited, ...part }: FactsProps) {
  const t = useTranslations('orders.form');
  const tLines = useTranslations('lines');
  const { draft, errors, change } = part;
  return (
    <section className={classes.facts}>
      <CustomerField {...part} description={t('walkInHint')} />
      <MomentField
        label={t('placedAt')}
        value={draft.placedAt}
        onChange={(placedAt) => change({ placedAt })}
        {...fieldAt(errors, 'placedAt')}
      />
      <TextInput
        label={t('externalNumber')}
        value={draft.externalNumber}
        maxLength={80}
        onChange={(event) => change({ externalNumber: event.currentTarget.value })}
        {...fieldAt(errors, 'externalNumber')}
      />
      <TextInput
        label={tLines('currency')}
        value={draft.currency}
        maxLength={3}
        onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
        {...fieldAt(errors, 'currency')}
      />
      {!edited && (
        <Select
          label={t('kind')}
          value={draft.kind}
          data={[
            { value: 'sale', label: t('sale') },
            { value: 'return', label: t('return') },
          ]}
          onChange={(kind) => change({ kind: kind === 'return' ? 'return' : 'sale' })}
          allowDeselect={false}
        />
      )}
    </section>
  );
}

function useOrderDraft({ tenant, initial, rules, edited }: OrderFormProps) {
  const router = useRouter();
  return useRecordDraft({
    key: `${tenant}/order/${edited ? `${edited.id}/${edited.version}` : 'new'}`,
    initial,
    send: (draft, pressed) => {
      const input = inputOf(draft, rules);
      if (edited) return updateOrderAction(tenant, edited.id, edited.version, input);
      const status = pressed === 'draft' ? 'draft' : 'placed';
      return createOrderAction(tenant, { ...input, kind: draft.kind, status });
    },
    onSaved: (order) => {
      router.push(`/${tenant}/orders/${order.id}`);
      router.refresh();
    },
  });
}

/** The form of an order, new or changed. Amounts are shown while typing; the server computes the ones that count. */
export function OrderForm(props: OrderFormProps) {
  const { tenant, rules, edited, cancelHref } = props;
  const t = useTranslations('orders.form');
  const tLines = useTranslations('lines');
  const { form, draft, change } = useOrderDraft(props);
  const { errors, busy, failure } = form;
  const part = { tenant, draft, rules, errors, change, kind: draft.kind };
  return (
    <Form form={form} className={classes.form}>
      <Facts tenant={tenant} draft={draft} errors={errors} change={change} edited={edited !== undefined} />
      <LineItems {...part} />
      <AdjustmentRows {...part} />
      <section className={classes.rest}>
        <div className={classes.notes}>
          <Textarea
            label={tLines('notes')}
            value={draft.notes}
            onChange={(event) => change({ notes: event.currentTarget.value })}
            {...fieldAt(errors, 'notes')}
          />
          <TagsInput
            label={tLines('tags')}
            value={draft.tags}
            onChange={(tags) => change({ tags })}
            maxTags={30}
            {...fieldAt(errors, 'tags')}
          />
        </div>
        <LinesSum {...part} />
      </section>
      <div className={classes.buttons}>
        <FormActions busy={busy} label={edited ? t('save') : t('place')} cancelHref={cancelHref}>
          {!edited && (
            <Button type="submit" value="draft" disabled={busy}>
              {t('saveDraft')}
            </Button>
          )}
          {failure?.code === 'stale' && edited && (
            <a href={`/${tenant}/orders/${edited.id}`}>{tLines('showNewest')}</a>
          )}
        </FormActions>
      </div>
    </Form>
  );
}
