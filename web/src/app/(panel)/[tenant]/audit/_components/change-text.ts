import { formatMoney } from '@countinghouse/core/platform/money';
import { isDate, formatDate } from '@countinghouse/core/platform/time';
import { showTime, type Reader } from '../../../../../ui/reader';

interface Words {
  yes: string;
  no: string;
  nothing: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const isMoney = (value: object): value is { amount: string; currency: string } =>
  'amount' in value && 'currency' in value && /^-?\d+$/.test(String(value.amount));

const isFilled = (value: unknown) =>
  value !== null && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);

/** A value of the log as a person reads it: money, dates and times in their format, lists by commas. */
export function changeText(value: unknown, reader: Reader, words: Words): string {
  if (value === undefined || !isFilled(value)) return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') {
    if (isDate(value)) return formatDate(value, reader);
    return instant.test(value) ? showTime(value, reader) : value;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map((each) => changeText(each, reader, words)).join(', ');
  if (isMoney(value)) return formatMoney(BigInt(value.amount), value.currency, reader);
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && isFilled(part))
    .map(([, part]) => changeText(part, reader, words))
    .join(' ');
}
