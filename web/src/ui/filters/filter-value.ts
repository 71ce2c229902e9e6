import { formatDate } from '@countinghouse/core/platform/time';
import { nameOfRange, type RangeName } from './date-ranges';
import type { DateSetting, Filter, Preset } from './types';

/** The parameters that a filter owns. */
export const paramsOf = (filter: Filter): string[] =>
  filter.kind === 'dates' ? [filter.from, filter.to] : [filter.key];

export const isActive = (filter: Filter, params: URLSearchParams): boolean =>
  paramsOf(filter).some((name) => params.has(name));

export const isPresetActive = ({ params: wanted }: Preset, params: URLSearchParams): boolean =>
  Object.entries(wanted).every(([name, value]) => params.get(name) === value);

interface Words {
  any: string;
  range: (name: RangeName) => string;
}

function datesText(from: string | null, to: string | null, dates: DateSetting, words: Words): string {
  if (!from && !to) return words.any;
  const name = from && to ? nameOfRange({ from, to }, dates.today) : undefined;
  if (name) return words.range(name);
  const [start, end] = [from, to].map((date) => (date ? formatDate(date, dates) : '…'));
  return start === end ? (start ?? '') : `${start} – ${end}`;
}

/** What a filter lets through, in words. */
export function filterText(
  filter: Filter,
  params: URLSearchParams,
  dates: DateSetting,
  words: Words,
): string {
  if (filter.kind === 'dates') {
    try {
      return datesText(params.get(filter.from), params.get(filter.to), dates, words);
    } catch {
      return '?';
    }
  }
  const value = params.get(filter.key);
  if (!value) return words.any;
  if (filter.kind === 'text') return value;
  if (filter.kind === 'lookup') return filter.current?.value === value ? filter.current.label : '…';
  const chosen = value.split(',');
  return filter.options
    .filter((option) => chosen.includes(option.value))
    .map((option) => option.label)
    .join(', ');
}
