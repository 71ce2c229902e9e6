'use client';

import { Autocomplete, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { Button, ButtonLink } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { suggestCustomersAction } from '../actions';
import { AdjustmentRows } from './adjustment-rows';
import { emptyItem, type DraftRules, type OrderDraft } from './draft';
import { ItemRow } from './item-row';
import classes from './order-form.module.css';
import { OrderSum } from './order-sum';
import { useOrderDraft, type EditedOrder } from './use-order-draft';
import { useSuggestions } from './use-suggestions';

interface OrderFormProps {
  tenant: string;
  initial: OrderDraft;
  rules: DraftRules;
  /** The order that is changed; absent for a new one. */
  edited?: EditedOrder;
  cancelHref: string;
}

/** The form of an order, new or changed. Amounts are shown while typing; the server computes the ones that count. */
export function OrderForm({ tenant, initial, rules, edited, cancelHref }: OrderFormProps) {
  const t = useTranslations('orders.form');
  const form = useOrderDraft(tenant, initial, rules, edited);
  const { draft, change, failure, faultAt } = form;
  const [customerText, setCustomerText] = useState(initial.customerName);
  const customers = useSuggestions(customerText, (text) => suggestCustomersAction(tenant, text));
  const [items, setItems] = [draft.items, (next: OrderDraft['items']) => change({ items: next })];

  const typeCustomer = (text: string) => {
    setCustomerText(text);
    const chosen = customers.find((customer) => customer.name === text);
    change({
      customerId: chosen?.id ?? null,
      customerName: text,
      ...(chosen?.currency && { currency: chosen.currency }),
    });
  };

  const saveByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.save('placed');
    }
  };

  return (
    <form
      className={classes.form}
      onKeyDown={saveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save('placed');
      }}
      noValidate
    >
      {failure && (
        <ErrorNotice title={failure.message || t('notReached')} requestId={failure.requestId || undefined}>
          {failure.code === 'stale' && edited && (
            <a href={`/${tenant}/orders/${edited.id}`}>{t('showNewest')}</a>
          )}
        </ErrorNotice>
      )}
      <section className={classes.facts}>
        <Autocomplete
          label={t('customer')}
          description={draft.customerId || !customerText ? t('walkInHint') : t('customerUnknown')}
          value={customerText}
          onChange={typeCustomer}
          data={[...new Set(customers.map((customer) => customer.name))]}
          filter={({ options }) => options}
          error={faultAt('customerId')}
          data-autofocus
        />
        <TextInput
          type="datetime-local"
          label={t('placedAt')}
          value={draft.placedAt}
          onChange={(event) => change({ placedAt: event.currentTarget.value })}
          error={faultAt('placedAt')}
        />
        <TextInput
          label={t('externalNumber')}
          value={draft.externalNumber}
          onChange={(event) => change({ externalNumber: event.currentTarget.value })}
          error={faultAt('externalNumber')}
        />
        <TextInput
          label={t('currency')}
          value={draft.currency}
          maxLength={3}
          onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          error={faultAt('currency')}
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
      <section className={classes.lines} aria-label={t('lines')}>
        {items.map((item, index) => (
          <ItemRow
            key={item.key}
            tenant={tenant}
            item={item}
            index={index}
            draft={draft}
            rules={rules}
            faultAt={faultAt}
            onChange={(patch) =>
              setItems(items.map((each, at) => (at === index ? { ...each, ...patch } : each)))
            }
            onRemove={() => setItems(items.filter((_, at) => at !== index))}
            removable={items.length > 1}
          />
        ))}
        <Button look="quiet" icon={IconPlus} onClick={() => setItems([...items, emptyItem(rules)])}>
          {t('addLine')}
        </Button>
      </section>
      <AdjustmentRows draft={draft} faultAt={faultAt} onChange={(adjustments) => change({ adjustments })} />
      <section className={classes.rest}>
        <div className={classes.notes}>
          <Textarea
            label={t('notes')}
            value={draft.notes}
            onChange={(event) => change({ notes: event.currentTarget.value })}
            error={faultAt('notes')}
          />
          <TagsInput
            label={t('tags')}
            value={draft.tags}
            onChange={(tags) => change({ tags })}
            maxTags={30}
          />
        </div>
        <OrderSum draft={draft} rules={rules} />
      </section>
      <div className={classes.buttons}>
        <ButtonLink href={cancelHref}>{t('cancel')}</ButtonLink>
        {!edited && (
          <Button onClick={() => void form.save('draft')} busy={form.saving}>
            {t('saveDraft')}
          </Button>
        )}
        <Button look="primary" type="submit" busy={form.saving} title="Ctrl+Enter">
          {edited ? t('save') : t('place')}
        </Button>
      </div>
    </form>
  );
}
