import { useCallback, useEffect, useRef, useState } from 'react';
import type { TrayItem } from './types';

const pollMs = 1_000;
const changedEvent = 'countinghouse:downloads-changed';

/** Call after a download was asked for: the tray opens and follows it. */
export const announceDownload = (): void => {
  window.dispatchEvent(new Event(changedEvent));
};

const isActive = ({ state }: TrayItem): boolean => state === 'queued' || state === 'running';

interface Tray {
  items: readonly TrayItem[] | undefined;
  active: number;
  failed: boolean;
  reload: () => Promise<void>;
}

async function fetchItems(source: string, signal: AbortSignal): Promise<readonly TrayItem[]> {
  const answer = await fetch(source, { headers: { accept: 'application/json' }, signal });
  if (!answer.ok) throw new Error(`The downloads answered ${answer.status}`);
  return ((await answer.json()) as { items: TrayItem[] }).items;
}

/** The latest downloads: read once, again after every change, and every second while one of them runs. */
export function useTray(source: string, onAnnounced: () => void): Tray {
  const [items, setItems] = useState<readonly TrayItem[]>();
  const [failed, setFailed] = useState(false);
  const running = useRef<AbortController>(undefined);
  const active = items?.filter(isActive).length ?? 0;

  const reload = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    try {
      setItems(await fetchItems(source, controller.signal));
      setFailed(false);
    } catch {
      if (!controller.signal.aborted) setFailed(true);
    }
  }, [source]);

  useEffect(() => {
    const start = () => void reload();
    if ('requestIdleCallback' in window) window.requestIdleCallback(start);
    else start();
    return () => running.current?.abort();
  }, [reload]);

  useEffect(() => {
    const announced = () => {
      onAnnounced();
      void reload();
    };
    window.addEventListener(changedEvent, announced);
    return () => window.removeEventListener(changedEvent, announced);
  }, [onAnnounced, reload]);

  useEffect(() => {
    if (active === 0) return;
    const timer = setTimeout(() => void reload(), document.hidden ? pollMs * 10 : pollMs);
    return () => clearTimeout(timer);
  }, [active, items, reload]);

  return { items, active, failed, reload };
}
