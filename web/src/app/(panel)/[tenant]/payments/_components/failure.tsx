import { ErrorNotice } from '../../../../../ui/error-notice';
import type { ActionFailure } from '../../../../../ui/form/action-result';

/** The faults by the path of their field. */
export const faultsOf = (failure: ActionFailure | undefined): Record<string, string> =>
  Object.fromEntries((failure?.errors ?? []).map(({ path, message }) => [path, message]));

/** What went wrong, with the fields that are not right. */
export function Failure({ failure }: { failure: ActionFailure | undefined }) {
  if (!failure) return null;
  return (
    <ErrorNotice title={failure.message} requestId={failure.requestId || undefined}>
      {failure.errors.length > 0 && (
        <ul>
          {failure.errors.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </ErrorNotice>
  );
}
