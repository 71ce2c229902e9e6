import { z } from 'zod';
import { says } from '../platform/errors';
import { MAX_PATTERN, patternFaults } from './patterns';

export { couldClash, patternFaults, previewNumbers } from './patterns';
export { numberParts, numberText, type NumberParts } from './parts';

/** What is numbered: each kind has one series a company, and a counter for each of its periods. */
export const seriesKinds = ['order', 'return', 'offer', 'invoice', 'credit_note', 'reminder'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** Patterns that a company begins with. */
export const standardPatterns: Readonly<Record<SeriesKind, string>> = {
  order: 'SO-{yy}-{00000}',
  return: 'RT-{yy}-{00000}',
  offer: 'OF-{yyyy}-{00000}',
  invoice: 'INV-{yyyy}-{00000}',
  credit_note: 'CN-{yyyy}-{00000}',
  reminder: 'RM-{yyyy}-{00000}',
};

/** Only what is given changes. Numbers that were given stay as they are. */
export const UpdateNumberSeriesInput = z
  .strictObject({
    /** Such as `INV-{yyyy}-{00000}`; the series begins anew with each year or month that it names. */
    pattern: z
      .string()
      .trim()
      .max(MAX_PATTERN)
      .superRefine((pattern, context) => {
        for (const { code, values } of patternFaults(pattern))
          context.addIssue({ code: 'custom', message: says(code, values) });
      }),
    /** Count of the next number in the present period, as long as the period has no number yet. */
    next: z.number().int().min(1).max(999_999_999_999),
  })
  .partial();
export type UpdateNumberSeriesInput = z.input<typeof UpdateNumberSeriesInput>;

export const NumberSeriesDto = z.object({
  kind: z.enum(seriesKinds),
  pattern: z.string(),
  /** The year or month that is counted now, such as 2026 or 2026-11; empty where the series counts through. */
  period: z.string(),
  /** Count of the number that was given last in the period, 0 before the first. */
  lastUsed: z.number().int(),
  /** That number, as the present pattern writes it. */
  lastNumber: z.string().nullable(),
  /** Count of the next number. */
  next: z.number().int(),
  nextNumber: z.string(),
  version: z.number().int(),
});
export type NumberSeriesDto = z.output<typeof NumberSeriesDto>;
