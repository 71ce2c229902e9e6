'use client';

import { Autocomplete, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { AddButton } from '../../../../../ui/add-button';
import { Button } from '../../../../../ui/button';
import { Form, FormActions } from '../../../../../ui/form/form';
import { suggestCustomersAction } from '../actions';
import { AdjustmentRows } from './adjustment-rows';
import { emptyItem, type DraftRules, type OrderDraft } from './draft';
import { ItemRow } from './item-row';
import classes from './order-form.module.css';
import { OrderSum } from './order-sum';
import { fieldAt, useOrderDraft, type EditedOrder } from './use-order-draft';
import { useSuggestions } from './use-suggestions';

interface OrderFormProps {
  tenant: string;
  initial: OrderDraft;
  rules: DraftRules;
  /** The order that is changed; absent for a new one. */
  edited?: EditedOrder;
  cancelHref: string;
}

interface PartProps {
  tenant: string;
  draft: OrderDraft;
  rules: DraftRules;
  errors: Record<string, string>;
  change: (patch: Partial<OrderDraft>) => void;
}

function CustomerField({ tenant, draft, errors, change }: PartProps) {
  const t = useTranslations('orders.form');
  const customers = useSuggestions(draft.customerName, (text) => suggestCustomersAction(tenant, text));
  const type = (text: string) => {
    const chosen = customers.find((customer) => customer.name === text);
    change({
      customerId: chosen?.id ?? null,
      customerName: text,
      ...(chosen?.currency && { currency: chosen.currency }),
    });
  };
  return (
    <Autocomplete
      label={t('customer')}
      description={t('walkInHint')}
      value={draft.customerName}
      onChange={type}
      data={[...new Set(customers.map((customer) => customer.name))]}
      filter={({ options }) => options}
      {...fieldAt(errors, 'customerId')}
      data-autofocus
    />
  );
}

function Facts({ edited, ...part }: PartProps & { edited: boolean }) {
  const t = useTranslations('orders.form');
  const { draft, errors, change } = part;
  return (
    <section className={classes.facts}>
      <CustomerField {...part} />
      <TextInput
        type="datetime-local"
        label={t('placedAt')}
        value={draft.placedAt}
        onChange={(event) => change({ placedAt: event.currentTarget.value })}
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
        label={t('currency')}
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

function Lines({ tenant, draft, rules, errors, change }: PartProps) {
  const t = useTranslations('orders.form');
  const { items } = draft;
  const set = (next: OrderDraft['items']) => change({ items: next });
  return (
    <section className={classes.lines} aria-label={t('lines')}>
      {items.map((item, index) => (
        <ItemRow
          key={item.key}
          tenant={tenant}
          item={item}
          index={index}
          draft={draft}
          rules={rules}
          errors={errors}
          onChange={(patch) => set(items.map((each, at) => (at === index ? { ...each, ...patch } : each)))}
          onRemove={() => set(items.filter((_, at) => at !== index))}
          removable={items.length > 1}
        />
      ))}
      <AddButton onClick={() => set([...items, emptyItem(rules)])}>{t('addLine')}</AddButton>
    </section>
  );
}

/** The form of an order, new or changed. Amounts are shown while typing; the server computes the ones that count. */
export function OrderForm({ tenant, initial, rules, edited, cancelHref }: OrderFormProps) {
  const t = useTranslations('orders.form');
  const { form, draft, change } = useOrderDraft(tenant, initial, rules, edited);
  const { errors, busy, failure } = form;
  const part = { tenant, draft, rules, errors, change };
  return (
    <Form form={form} className={classes.form}>
      <Facts {...part} edited={edited !== undefined} />
      <Lines {...part} />
      <AdjustmentRows draft={draft} errors={errors} onChange={(adjustments) => change({ adjustments })} />
      <section className={classes.rest}>
        <div className={classes.notes}>
          <Textarea
            label={t('notes')}
            value={draft.notes}
            onChange={(event) => change({ notes: event.currentTarget.value })}
            {...fieldAt(errors, 'notes')}
          />
          <TagsInput
            label={t('tags')}
            value={draft.tags}
            onChange={(tags) => change({ tags })}
            maxTags={30}
            {...fieldAt(errors, 'tags')}
          />
        </div>
        <OrderSum draft={draft} rules={rules} />
      </section>
      <div className={classes.buttons}>
        <FormActions busy={busy} label={edited ? t('save') : t('place')} cancelHref={cancelHref}>
          {!edited && (
            <Button type="submit" value="draft" disabled={busy}>
              {t('saveDraft')}
            </Button>
          )}
          {failure?.code === 'stale' && edited && (
            <a href={`/${tenant}/orders/${edited.id}`}>{t('showNewest')}</a>
          )}
        </FormActions>
      </div>
    </Form>
  );
}
