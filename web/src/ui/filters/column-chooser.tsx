'use client';

import { IconColumns } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Icon } from '../icon';
import { pickColumns } from '../table/address';
import classes from './filters.module.css';
import { PanelButton } from './panel';
import { useUrlState } from './use-url-state';

interface ColumnChooserProps {
  columns: readonly { key: string; label: string }[];
  /** Keys of what is shown where nobody has chosen. */
  standard: readonly string[];
  /** Keys that cannot be hidden. */
  always?: readonly string[];
}

/** Which columns a list has. The choice is in the address as `columns`, and exports follow it. */
export function ColumnChooser({ columns, standard, always = [] }: ColumnChooserProps) {
  const t = useTranslations('common.columns');
  const { params, change } = useUrlState();
  const shown = pickColumns(columns, params.get('columns') ?? undefined, standard).map(({ key }) => key);
  const show = (keys: readonly string[]) => {
    const isStandard = keys.join() === standard.join();
    change({ columns: isStandard ? null : keys.join() }, 'replace');
  };
  const toggle = (key: string) =>
    show(
      shown.includes(key)
        ? shown.filter((one) => one !== key)
        : columns.map((column) => column.key).filter((one) => one === key || shown.includes(one)),
    );
  return (
    <PanelButton
      className={classes.chip}
      label={t('title')}
      side="end"
      button={
        <>
          <Icon of={IconColumns} size={18} />
          {t('title')}
        </>
      }
    >
      {() => (
        <>
          <div className={classes.options}>
            {columns.map(({ key, label }) => (
              <label key={key} className={classes.option}>
                <input
                  type="checkbox"
                  checked={shown.includes(key)}
                  disabled={always.includes(key) || (shown.length === 1 && shown.includes(key))}
                  onChange={() => toggle(key)}
                />
                {label}
              </label>
            ))}
          </div>
          <button type="button" className={classes.item} onClick={() => show(standard)}>
            {t('standard')}
          </button>
        </>
      )}
    </PanelButton>
  );
}
