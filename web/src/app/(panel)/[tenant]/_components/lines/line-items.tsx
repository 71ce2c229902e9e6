'use client';

import { useTranslations } from 'next-intl';
import { AddButton } from '../../../../../ui/add-button';
import { emptyItem, type LinesDraft } from './draft';
import { ItemRow } from './item-row';
import classes from './lines.module.css';
import type { LinesProps } from './part-props';

/** The lines of a record, and the button for one more. */
export function LineItems(props: LinesProps) {
  const { draft, rules, change, kind } = props;
  const t = useTranslations('lines');
  const { items } = draft;
  const set = (next: LinesDraft['items']) => change({ items: next });
  return (
    <section className={classes.lines} aria-label={t('lines')}>
      {items.map((item, index) => (
        <ItemRow
          key={item.key}
          tenant={props.tenant}
          item={item}
          index={index}
          currency={draft.currency}
          rules={rules}
          kind={kind}
          errors={props.errors}
          onChange={(patch) => set(items.map((each, at) => (at === index ? { ...each, ...patch } : each)))}
          onRemove={() => set(items.filter((_, at) => at !== index))}
          removable={items.length > 1}
        />
      ))}
      <AddButton onClick={() => set([...items, emptyItem(rules)])}>{t('addLine')}</AddButton>
    </section>
  );
}
