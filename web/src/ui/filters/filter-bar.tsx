'use client';

import { IconFilter } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCallback, useState, type ReactNode } from 'react';
import { Icon } from '../icon';
import { FilterChip } from './filter-chip';
import { isActive, isPresetActive, paramsOf } from './filter-value';
import classes from './filters.module.css';
import { PanelButton } from './panel';
import { SearchField } from './search-field';
import type { DateSetting, Filter, Preset } from './types';
import { useUrlState, type UrlChanges } from './use-url-state';

interface FilterBarProps {
  filters: readonly Filter[];
  presets?: readonly Preset[];
  /** What the text search looks at; without it there is none. Its parameter is `q`. */
  searchLabel?: string;
  dates: DateSetting;
  /** Beside the filters: column chooser, saved views. */
  children?: ReactNode;
}

const nulls = (names: readonly string[]): UrlChanges => Object.fromEntries(names.map((name) => [name, null]));

interface PresetChipProps {
  preset: Preset;
  params: URLSearchParams;
  change: (changes: UrlChanges) => void;
}

function PresetChip({ preset, params, change }: PresetChipProps) {
  const on = isPresetActive(preset, params);
  return (
    <button
      type="button"
      className={on ? `${classes.chip} ${classes.active}` : classes.chip}
      aria-pressed={on}
      onClick={() => change(on ? nulls(Object.keys(preset.params)) : preset.params)}
    >
      {preset.label}
    </button>
  );
}

/** The filters of a list. Everything is in the address, so that a list can be sent to somebody. */
export function FilterBar({ filters, presets = [], searchLabel, dates, children }: FilterBarProps) {
  const t = useTranslations('common.filters');
  const { params, pending, change } = useUrlState();
  const [added, setAdded] = useState<string>();
  const [unfolded, setUnfolded] = useState(false);
  const search = useCallback((q: string) => change({ q: q || null }, 'replace'), [change]);

  const active = filters.filter((filter) => isActive(filter, params));
  const shown = filters.filter((filter) => filter.pinned || filter.key === added || active.includes(filter));
  const hidden = filters.filter((filter) => !shown.includes(filter));
  const clearAll = () => {
    setAdded(undefined);
    change(
      nulls([...filters.flatMap(paramsOf), ...presets.flatMap(({ params: own }) => Object.keys(own)), 'q']),
    );
  };
  return (
    <div
      className={classes.bar}
      data-pending={pending || undefined}
      // Beside a search the filters wait behind a button on a phone; alone there is room for them.
      data-unfolded={unfolded || !searchLabel || undefined}
    >
      {searchLabel && <SearchField label={searchLabel} value={params.get('q') ?? ''} onChange={search} />}
      {searchLabel && (
        <button
          type="button"
          className={classes.unfold}
          aria-expanded={unfolded}
          aria-label={active.length > 0 ? t('filtersActive', { count: active.length }) : t('filters')}
          onClick={() => setUnfolded((before) => !before)}
        >
          <Icon of={IconFilter} size={22} />
          {active.length > 0 && <span className={classes.count}>{active.length}</span>}
        </button>
      )}
      <div className={classes.chips}>
        {presets.map((preset) => (
          <PresetChip key={preset.label} preset={preset} params={params} change={change} />
        ))}
        {shown.map((filter) => (
          <FilterChip
            key={filter.key}
            filter={filter}
            params={params}
            dates={dates}
            openAtFirst={filter.key === added}
            change={change}
          />
        ))}
        {hidden.length > 0 && (
          <PanelButton className={classes.chip} label={t('add')} button={`+ ${t('add')}`}>
            {(close) =>
              hidden.map(({ key, label }) => (
                <button
                  key={key}
                  type="button"
                  className={classes.item}
                  onClick={() => {
                    close();
                    setAdded(key);
                  }}
                >
                  {label}
                </button>
              ))
            }
          </PanelButton>
        )}
        {(active.length > 0 || params.has('q')) && (
          <button type="button" className={classes.clear} onClick={clearAll}>
            {t('clear')}
          </button>
        )}
      </div>
      {children && <div className={classes.tools}>{children}</div>}
    </div>
  );
}
