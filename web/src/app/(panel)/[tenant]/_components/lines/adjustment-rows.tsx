'use client';

import { TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { AddButton } from '../../../../../ui/add-button';
import { Button } from '../../../../../ui/button';
import { newKey, type DraftAdjustment } from './draft';
import { fieldAt } from './field-at';
import classes from './lines.module.css';
import type { LinesProps } from './part-props';

type AdjustmentRowsProps = Pick<LinesProps, 'draft' | 'errors' | 'change'>;

/** Discounts and charges on the whole record: an amount, or a percentage such as "10%". */
export function AdjustmentRows({ draft, errors, change }: AdjustmentRowsProps) {
  const t = useTranslations('lines');
  const onChange = (adjustments: DraftAdjustment[]) => change({ adjustments });
  const rows = draft.adjustments;
  const set = (index: number, patch: Partial<DraftAdjustment>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...patch } : row)));
  const add = (kind: DraftAdjustment['kind']) =>
    onChange([...rows, { key: newKey(), kind, reason: '', value: '', taxCategoryId: null }]);
  return (
    <section className={classes.adjustments}>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.adjustment}>
          <TextInput
            label={t(row.kind)}
            placeholder={t('reason')}
            value={row.reason}
            onChange={(event) => set(index, { reason: event.currentTarget.value })}
            {...fieldAt(errors, `adjustments.${index}.reason`)}
          />
          <TextInput
            label={t('value')}
            placeholder={t('valueHint')}
            value={row.value}
            onChange={(event) => set(index, { value: event.currentTarget.value })}
            {...fieldAt(
              errors,
              `adjustments.${index}.${errors[`adjustments.${index}.percent`] ? 'percent' : 'amount'}`,
            )}
          />
          <Button
            look="quiet"
            icon={IconTrash}
            iconOnly
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div className={classes.adds}>
        <AddButton onClick={() => add('discount')}>{t('addDiscount')}</AddButton>
        <AddButton onClick={() => add('charge')}>{t('addCharge')}</AddButton>
      </div>
    </section>
  );
}
