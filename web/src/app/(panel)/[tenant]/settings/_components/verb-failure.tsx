import type { ActionFailure } from '../../../../../ui/form/action-result';
import { ErrorNotice } from '../../../../../ui/error-notice';

/** What went wrong with a button, where it went wrong. */
export function VerbFailure({ failure }: { failure: ActionFailure | undefined }) {
  return failure ? <ErrorNotice title={failure.message} requestId={failure.requestId || undefined} /> : null;
}
