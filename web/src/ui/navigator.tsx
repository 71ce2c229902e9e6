'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { forgetUnsavedChanges, hasUnsavedChanges } from './leave/leave-guard';
import { LeaveDialog } from './leave/leave-dialog';
import classes from './navigator.module.css';

/** Paths whose answers are files or another program's pages: the browser opens them itself. */
const plainPaths = /^\/(api|objects)(\/|$)|^\/[^/]+\/(files|downloads)\/./;

/** The address of a click that should be followed inside the page. */
function insideTarget(event: MouseEvent): string | undefined {
  const isPlainClick =
    event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!isPlainClick || event.defaultPrevented || !(event.target instanceof Element)) return undefined;
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) {
    return undefined;
  }
  const isJump =
    link.hash && link.pathname === window.location.pathname && link.search === window.location.search;
  if (isJump || plainPaths.test(link.pathname)) return undefined;
  return link.pathname + link.search + link.hash;
}

function closePopovers(): void {
  for (const open of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) {
    if (open.popover === 'auto') open.hidePopover();
  }
}

interface BrowserNavigation extends EventTarget {
  traverseTo?: unknown;
}

/** Back and forward, where the browser lets a page hold them. */
function holdTraversal(onHeld: () => void): () => void {
  const navigation = (window as { navigation?: BrowserNavigation }).navigation;
  const hold = (event: Event) => {
    const { navigationType } = event as Event & { navigationType?: string };
    if (navigationType !== 'traverse' || !event.cancelable || !hasUnsavedChanges()) return;
    event.preventDefault();
    onHeld();
  };
  navigation?.addEventListener('navigate', hold);
  return () => navigation?.removeEventListener('navigate', hold);
}

const warnBeforeUnload = (event: BeforeUnloadEvent) => {
  if (hasUnsavedChanges()) event.preventDefault();
};

/**
 * Follows plain links without loading the page anew, shows that it does, and asks before changes are lost.
 * Lists have hundreds of links: one listener costs less than a component for each.
 */
export function Navigator() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [held, setHeld] = useState<() => void>();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const target = insideTarget(event);
      if (target === undefined) return;
      event.preventDefault();
      closePopovers();
      const go = () => startTransition(() => router.push(target));
      if (hasUnsavedChanges()) setHeld(() => go);
      else go();
    };
    document.addEventListener('click', follow);
    window.addEventListener('beforeunload', warnBeforeUnload);
    const release = holdTraversal(() => setHeld(() => () => window.history.back()));
    return () => {
      document.removeEventListener('click', follow);
      window.removeEventListener('beforeunload', warnBeforeUnload);
      release();
    };
  }, [router]);

  const leave = () => {
    forgetUnsavedChanges();
    setHeld(undefined);
    held?.();
  };
  return (
    <>
      <div className={classes.bar} data-pending={pending || undefined} />
      <LeaveDialog open={held !== undefined} onStay={() => setHeld(undefined)} onLeave={leave} />
    </>
  );
}
