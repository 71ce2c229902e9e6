import type { z } from 'zod';
import { AppError } from './app-error';

/**
 * Parses an input and names every wrong field.
 * @throws AppError `invalid` with a fault for each field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new AppError('invalid', 'Some fields are not right.', {
    faults: result.error.issues.map((issue) => ({
      path:
        issue.code === 'unrecognized_keys'
          ? [...issue.path, issue.keys[0]].join('.')
          : issue.path.map(String).join('.'),
      message: issue.message,
    })),
  });
}
