import type { DateStyle } from '@countinghouse/core/platform/time';

export interface FilterOption {
  value: string;
  label: string;
}

interface FilterBase {
  /** Name of the parameter in the address; of a range of dates, only its own key. */
  key: string;
  label: string;
  /** Shown even while it filters nothing; the others wait behind "Filter". */
  pinned?: boolean;
}

export interface ChoiceFilter extends FilterBase {
  kind: 'choice';
  options: readonly FilterOption[];
  /** Several at once, joined by commas in the address. */
  many?: boolean;
}

export interface DatesFilter extends FilterBase {
  kind: 'dates';
  /** Names of the two parameters. */
  from: string;
  to: string;
}

export interface LookupFilter extends FilterBase {
  kind: 'lookup';
  /** GET address that answers `{ options: FilterOption[] }` for `?q=`. */
  source: string;
  /** What is chosen now, with its name. */
  current?: FilterOption;
}

/** A word that must be met exactly, such as a tag. */
export interface TextFilter extends FilterBase {
  kind: 'text';
}

export type Filter = ChoiceFilter | DatesFilter | LookupFilter | TextFilter;

/** A set of filters under one name, such as "Open"; pressed again it is taken back. */
export interface Preset {
  label: string;
  params: Readonly<Record<string, string>>;
}

/** How dates are written for this user, and which day it is for them. */
export interface DateSetting extends Omit<DateStyle, 'now'> {
  today: string;
}
