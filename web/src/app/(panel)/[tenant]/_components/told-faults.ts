import type { ActionResult } from '../../../../ui/form/action-result';

interface FaultTexts {
  /** The field of the form that shows faults of a path of the input. */
  place: (path: string) => string;
  /** What a field takes, by the last name in its path, in the reader's language; undefined where unknown. */
  say: (field: string) => string | undefined;
}

const lastName = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? path;

/** The answer of an action with its faults at the fields of the form and in the reader's language. */
export function toldFaults<Data>(result: ActionResult<Data>, { place, say }: FaultTexts): ActionResult<Data> {
  if (result.ok) return result;
  const isTaken = result.code === 'conflict';
  const errors = result.errors.map(({ path, message }) => ({
    path: place(path),
    message: say(isTaken ? 'taken' : lastName(place(path))) ?? message,
  }));
  return { ...result, errors };
}
