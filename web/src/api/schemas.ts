import { z } from 'zod';
import { MoneyDto } from '@countinghouse/core/platform/money';
import { faults, type ProblemCode } from './problem';

const codes = Object.keys(faults) as [ProblemCode, ...ProblemCode[]];

export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'Where the kind of problem is described.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What happened, in words that may be shown.' }),
    code: z.enum(codes),
    reason: z.string().optional().meta({ description: 'What exactly, where the code covers several cases.' }),
    requestId: z.string().meta({ description: 'Names the request in the logs.' }),
    errors: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'The fields that are not right.' }),
  })
  .meta({ id: 'Problem', description: 'A failure, as RFC 9457 lays down.' });

export const Money = MoneyDto.meta({
  id: 'Money',
  description: 'An amount in minor units of the currency (cents, tiyin), as text so that it stays exact.',
  example: { amount: '12345', currency: 'EUR' },
});

export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ description: 'RFC 3339 in UTC.', example: '2026-11-21T09:14:00.000Z' });

export const RecordId = z
  .uuid()
  .meta({ description: 'UUIDv7.', example: '019a5b6c-7d8e-7f01-8234-56789abcdef0' });

export const Version = z
  .int()
  .min(1)
  .meta({ description: 'Grows with every change; a change sends it back as If-Match: "3".', example: 3 });

/** One page of a list, as `GET` answers. */
export const pageOf = (row: z.ZodType, name: string) =>
  z
    .strictObject({
      data: z.array(row),
      nextCursor: z
        .string()
        .nullable()
        .meta({ description: 'Send it as `cursor` to get the next page; null on the last one.' }),
    })
    .meta({ id: name });
