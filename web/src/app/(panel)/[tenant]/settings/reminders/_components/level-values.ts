import type { CreateReminderLevelInput, ReminderLevelDto } from '@countinghouse/core/reminders/schemas';
import {
  formatMinor,
  parseAmountInput,
  toMinor,
  type NumberFormat,
} from '@countinghouse/core/platform/money';
import { languages, type Language } from '@countinghouse/core/platform/time';

type TextValues = { title: string; intro: string; outro: string };

/** What stands in the form of a level. */
export type LevelValues = {
  name: string;
  days: string;
  gapDays: string;
  feeMinor: string;
  texts: Record<Language, TextValues>;
};

const none: TextValues = { title: '', intro: '', outro: '' };

const pointOf = (text: string, format: NumberFormat) =>
  format === 'point-comma' || format === 'space-comma' ? text.replace('.', ',') : text;

export const levelValues = (edited: ReminderLevelDto | undefined, format: NumberFormat): LevelValues => ({
  name: edited?.name ?? '',
  days: edited ? String(edited.days) : '7',
  gapDays: edited ? String(edited.gapDays) : '7',
  feeMinor:
    edited && edited.fee.amount !== '0'
      ? pointOf(formatMinor(BigInt(edited.fee.amount), edited.fee.currency), format)
      : '',
  texts: {
    en: { ...none, ...edited?.texts.en },
    ru: { ...none, ...edited?.texts.ru },
    uz: { ...none, ...edited?.texts.uz },
  },
});

/** A whole number; what is none goes as it was typed, so that the server names it. */
const whole = (text: string) => (/^-?\d+$/.test(text.trim()) ? Number(text) : (text as unknown as number));

function feeOf(typed: string, currency: string, format: NumberFormat): string {
  if (typed.trim() === '') return '0';
  try {
    return toMinor(parseAmountInput(typed, format) ?? typed, currency).toString();
  } catch {
    return typed;
  }
}

/** The verb's input; languages without a word are left out. */
export const levelInput = (
  values: LevelValues,
  currency: string,
  format: NumberFormat,
): CreateReminderLevelInput => ({
  name: values.name,
  days: whole(values.days),
  gapDays: whole(values.gapDays),
  feeMinor: feeOf(values.feeMinor, currency, format),
  texts: Object.fromEntries(
    languages.flatMap((language) => {
      const texts = values.texts[language];
      return Object.values(texts).some((text) => text.trim() !== '') ? [[language, texts]] : [];
    }),
  ),
});
