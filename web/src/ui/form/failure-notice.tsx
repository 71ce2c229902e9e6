import type { ReactNode, Ref } from 'react';
import { ErrorNotice } from '../error-notice';
import type { ActionFailure } from './action-result';

interface FailureNoticeProps {
  failure: Pick<ActionFailure, 'message' | 'requestId' | 'errors'> | undefined;
  /** Whether the faults of a path stand beside a field already. */
  beside?: (path: string) => boolean;
  /** What was kept, and what to do now. */
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}

/** An action that was not done: why, and the faults that no field shows. Draws nothing without a failure. */
export function FailureNotice({ failure, beside, children, ref }: FailureNoticeProps) {
  if (!failure) return null;
  const faults = failure.errors.filter(({ path }) => !beside?.(path));
  const list = faults.length > 0 && (
    <ul>
      {faults.map(({ path, message }) => (
        <li key={path}>{message}</li>
      ))}
    </ul>
  );
  return (
    <ErrorNotice ref={ref} title={failure.message} requestId={failure.requestId}>
      {(list || children) && (
        <>
          {list}
          {children}
        </>
      )}
    </ErrorNotice>
  );
}
