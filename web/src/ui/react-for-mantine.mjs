// What Mantine 9 sees as React: the one that Next 15 brings, plus the two parts of 19.2 that it lacks.
// Goes with the step to Next 16 (ADR 0009).
import * as React from 'react';

export * from 'react';
export { default } from 'react';

/** Always the newest callback behind a function that never changes. */
export function useEffectEvent(callback) {
  const newest = React.useRef(callback);
  React.useInsertionEffect(() => {
    newest.current = callback;
  });
  return React.useCallback((...args) => newest.current(...args), []);
}

/** Without the real one, hidden parts are unmounted. */
export function Activity({ mode, children }) {
  return mode === 'hidden' ? null : children;
}
