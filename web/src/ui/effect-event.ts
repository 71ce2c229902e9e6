import * as React from 'react';

type Callback = (...args: never[]) => unknown;

/** Always the newest callback behind a function that never changes; what React 19.2 calls `useEffectEvent`. */
function useEffectEvent<Function extends Callback>(callback: Function): Function {
  const newest = React.useRef(callback);
  React.useInsertionEffect(() => {
    newest.current = callback;
  });
  return React.useCallback((...args: never[]) => newest.current(...args), []) as Function;
}

/**
 * Next 15 brings a React of its own that is a few weeks older than 19.2 and lacks one hook that Mantine 9 calls.
 * Goes with the step to Next 16 (ADR 0009).
 */
function fillIn(react: { default?: object }): void {
  for (const exported of [react, react.default]) {
    if (exported && !('useEffectEvent' in exported) && Object.isExtensible(exported)) {
      Object.defineProperty(exported, 'useEffectEvent', { value: useEffectEvent, enumerable: true });
    }
  }
}

fillIn({ default: (React as { default?: object }).default ?? React });
