'use client';

import { useTranslations } from 'next-intl';
import { ChoicePanel } from './choice-panel';
import { DatesPanel } from './dates-panel';
import { filterText, isActive } from './filter-value';
import classes from './filters.module.css';
import { LookupPanel } from './lookup-panel';
import { PanelButton } from './panel';
import { TextPanel } from './text-panel';
import type { DateSetting, Filter } from './types';
import type { UrlChanges } from './use-url-state';

interface FilterChipProps {
  filter: Filter;
  params: URLSearchParams;
  dates: DateSetting;
  openAtFirst: boolean;
  change: (changes: UrlChanges) => void;
}

interface PanelProps extends Omit<FilterChipProps, 'openAtFirst'> {
  close: () => void;
}

function Panel({ filter, params, dates, change, close }: PanelProps) {
  const t = useTranslations('common.filters');
  const set = (value: string | null) => change({ [filter.key]: value });
  switch (filter.kind) {
    case 'choice':
      return <ChoicePanel filter={filter} value={params.get(filter.key)} any={t('any')} onChange={set} />;
    case 'text':
      return <TextPanel label={filter.label} value={params.get(filter.key)} onChange={set} close={close} />;
    case 'lookup':
      return <LookupPanel filter={filter} value={params.get(filter.key)} onChange={set} />;
    case 'dates':
      return (
        <DatesPanel
          name={filter.key}
          from={params.get(filter.from)}
          to={params.get(filter.to)}
          dates={dates}
          onChange={(range) => change({ [filter.from]: range?.from ?? null, [filter.to]: range?.to ?? null })}
        />
      );
  }
}

/** A filter as a chip: what it lets through, and the panel that changes it. */
export function FilterChip({ filter, params, dates, openAtFirst, change }: FilterChipProps) {
  const t = useTranslations('common.filters');
  const active = isActive(filter, params);
  const text = filterText(filter, params, dates, { any: t('any'), range: (name) => t(`ranges.${name}`) });
  return (
    <PanelButton
      className={active ? `${classes.chip} ${classes.active}` : classes.chip}
      label={filter.label}
      openAtFirst={openAtFirst}
      button={
        <>
          {filter.label} <strong>{text}</strong>
        </>
      }
    >
      {(close) => <Panel filter={filter} params={params} dates={dates} change={change} close={close} />}
    </PanelButton>
  );
}
