'use client';

import { Autocomplete, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { Button } from '../../../../../ui/button';
import { suggestProductsAction } from '../actions';
import { draftTotals, shown, type DraftItem, type DraftRules, type OrderDraft } from './draft';
import classes from './order-form.module.css';
import { fieldAt } from './use-order-draft';
import { useSuggestions } from './use-suggestions';

interface ItemRowProps {
  tenant: string;
  item: DraftItem;
  index: number;
  draft: OrderDraft;
  rules: DraftRules;
  errors: Record<string, string>;
  onChange: (patch: Partial<DraftItem>) => void;
  onRemove: () => void;
  removable: boolean;
}

/** One line: a product that is found by typing, or free text. */
export function ItemRow({
  tenant,
  item,
  index,
  draft,
  rules,
  errors,
  onChange,
  onRemove,
  removable,
}: ItemRowProps) {
  const t = useTranslations('orders.form');
  const products = useSuggestions(item.title, (text) => suggestProductsAction(tenant, text));
  const field = (name: string) => fieldAt(errors, `items.${index}.${name}`);
  const amount = draftTotals({ ...draft, items: [item], adjustments: [] }, rules)?.lines[0]?.amountMinor;
  const named = (label: string) => `${label}, ${t('line', { number: index + 1 })}`;

  const typeTitle = (title: string) => {
    const product = products.find((each) => each.name === title);
    if (!product) return onChange({ title, productId: null, sku: '' });
    onChange({
      title,
      productId: product.id,
      sku: product.sku,
      unit: product.unit,
      taxCategoryId: product.taxCategoryId,
      ...(product.currency === draft.currency && {
        unitPrice: shown(product.unitPrice, rules.numberFormat),
      }),
    });
  };

  return (
    <div className={classes.item}>
      <Autocomplete
        className={classes.title}
        aria-label={named(t('title'))}
        placeholder={t('titleHint')}
        value={item.title}
        onChange={typeTitle}
        data={[...new Set(products.map((product) => product.name))]}
        filter={({ options }) => options}
        {...field(errors[`items.${index}.productId`] ? 'productId' : 'title')}
      />
      <TextInput
        aria-label={named(t('quantity'))}
        placeholder={t('quantity')}
        inputMode="decimal"
        value={item.quantity}
        onChange={(event) => onChange({ quantity: event.currentTarget.value })}
        {...field('quantity')}
      />
      <TextInput
        aria-label={named(t('price'))}
        placeholder={t('price')}
        inputMode="decimal"
        value={item.unitPrice}
        onChange={(event) => onChange({ unitPrice: event.currentTarget.value })}
        {...field('unitPrice')}
      />
      <TextInput
        aria-label={named(t('discount'))}
        placeholder={t('discountHint')}
        inputMode="decimal"
        value={item.discountPercent}
        onChange={(event) => onChange({ discountPercent: event.currentTarget.value, discountAmount: '' })}
        {...field(errors[`items.${index}.discountAmount`] ? 'discountAmount' : 'discountPercent')}
      />
      <Select
        aria-label={named(t('tax'))}
        value={item.taxCategoryId}
        data={rules.taxes.map((tax) => ({ value: tax.id, label: `${tax.name} ${tax.rate} %` }))}
        onChange={(taxCategoryId) => taxCategoryId && onChange({ taxCategoryId })}
        {...field('taxCategoryId')}
        className={classes.tax}
        allowDeselect={false}
      />
      <span className={classes.amount}>
        {amount === undefined ? (
          '–'
        ) : (
          <Amount minor={amount} currency={draft.currency} numberFormat={rules.numberFormat} />
        )}
      </span>
      <Button look="quiet" icon={IconTrash} iconOnly onClick={onRemove} disabled={!removable}>
        {t('removeLine', { number: index + 1 })}
      </Button>
    </div>
  );
}
