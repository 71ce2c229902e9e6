'use client';

import type { OrderKind } from '@countinghouse/core/orders/states';
import { Autocomplete, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { Button } from '../../../../../ui/button';
import { suggestProductsAction } from './actions';
import { shown, type DraftItem, type LineRules } from './draft';
import { fieldAt } from './field-at';
import { draftTotals } from './lines-input';
import classes from './lines.module.css';
import { useSuggestions } from './use-suggestions';

interface ItemRowProps {
  tenant: string;
  item: DraftItem;
  index: number;
  currency: string;
  rules: LineRules;
  kind: OrderKind | undefined;
  errors: Record<string, string>;
  onChange: (patch: Partial<DraftItem>) => void;
  onRemove: () => void;
  removable: boolean;
}

type LineAmountProps = Pick<ItemRowProps, 'item' | 'currency' | 'rules' | 'kind'>;

function LineAmount({ item, currency, rules, kind }: LineAmountProps) {
  const totals = draftTotals({ currency, items: [item], adjustments: [] }, rules, kind);
  const amount = totals?.lines[0]?.amountMinor;
  return (
    <span className={classes.amount}>
      {amount === undefined ? (
        '–'
      ) : (
        <Amount minor={amount} currency={currency} numberFormat={rules.numberFormat} />
      )}
    </span>
  );
}

/** One line: a product that is found by typing, or free text. */
export function ItemRow(props: ItemRowProps) {
  const { tenant, item, index, currency, rules, errors, onChange, onRemove, removable } = props;
  const t = useTranslations('lines');
  const products = useSuggestions(item.title, (text) => suggestProductsAction(tenant, text));
  const locked = item.locked === true;
  const field = (name: string) => ({ ...fieldAt(errors, `items.${index}.${name}`), readOnly: locked });
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
      ...(product.currency === currency && {
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
      <LineAmount item={item} currency={currency} rules={rules} kind={props.kind} />
      <Button look="quiet" icon={IconTrash} iconOnly onClick={onRemove} disabled={!removable}>
        {t('removeLine', { number: index + 1 })}
      </Button>
    </div>
  );
}
