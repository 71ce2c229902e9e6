import type { ReactNode } from 'react';
import { ErrorNotice } from '../error-notice';
import type { ActionFailure } from './action-result';

interface FailureNoticeProps {
  failure: Pick<ActionFailure, 'message' | 'requestId' | 'errors'> | undefined;
  /** Whether the faults of a path stand beside a field already. */
  beside?: (path: string) => boolean;
  /** Buttons: try again, reload. */
  actions?: ReactNode;
}

/** An action that was not done: why, and the faults that no field shows. Draws nothing without a failure. */
export function FailureNotice({ failure, beside, actions }: FailureNoticeProps) {
  if (!failure) return null;
  const faults = failure.errors.filter(({ path }) => !beside?.(path));
  return (
    <ErrorNotice title={failure.message} requestId={failure.requestId} actions={actions}>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </ErrorNotice>
  );
}
