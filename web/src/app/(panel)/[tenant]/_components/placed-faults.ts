import type { ActionResult } from '../../../../ui/form/action-result';

/** The answer of an action with its faults at the fields of the form that show them. */
export const placedFaults = <Data>(
  result: ActionResult<Data>,
  place: (path: string) => string,
): ActionResult<Data> =>
  result.ok
    ? result
    : { ...result, errors: result.errors.map(({ path, message }) => ({ path: place(path), message })) };
