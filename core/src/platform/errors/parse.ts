import type { z } from 'zod';
import { AppError } from './app-error';
import { fault, saidIn, type FaultCode, type FaultValues, type FieldFault } from './faults';

type Issue = z.core.$ZodIssue;
type Said = [code: FaultCode, values?: FaultValues];

const formats: Readonly<Record<string, FaultCode>> = {
  date: 'date',
  datetime: 'time',
  email: 'email',
  uuid: 'id',
};

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Said {
  if (origin === 'string') return minimum === 1 ? ['needed'] : ['too-short', { least: Number(minimum) }];
  if (origin === 'array') return minimum === 1 ? ['needed'] : ['too-few', { least: Number(minimum) }];
  return ['at-least', { least: Number(minimum) }];
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  if (origin === 'string') return ['too-long', { most: Number(maximum) }];
  return [origin === 'array' ? 'too-many' : 'at-most', { most: Number(maximum) }];
}

function ofLibrary(issue: Issue): Said {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return ['needed'];
      return [issue.expected === 'int' ? 'whole-number' : 'wrong'];
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return [formats[issue.format] ?? 'wrong'];
    case 'invalid_value':
      return ['choice', { values: issue.values.map(String).join(', ') }];
    case 'unrecognized_keys':
      return ['unknown-field'];
    default:
      return ['wrong'];
  }
}

/** A check that is also a step of another one comes wrapped, such as the keys of a record. */
function innermost(issue: Issue): Issue {
  const [inner] = issue.code === 'invalid_key' ? issue.issues : [];
  return inner ?? issue;
}

function faultOf(issue: Issue): FieldFault {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const source = innermost(issue);
  const said = saidIn(source.message);
  const [code, values] = said ? ([said.code, said.values] as const) : ofLibrary(source);
  return fault(path.map(String).join('.'), code, values);
}

/**
 * Parses an input and names every wrong field.
 * @throws AppError `invalid` with a fault for each field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError('invalid', 'Some fields are not right.', { faults: result.error.issues.map(faultOf) });
}
