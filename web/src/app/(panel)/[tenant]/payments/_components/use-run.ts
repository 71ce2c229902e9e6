'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ActionFailure, ActionResult } from '../../../../../ui/form/action-result';

/** Runs one action at a time, and keeps what went wrong with the last one. */
export function useRun() {
  const t = useTranslations('errors');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const locked = useRef(false);
  const run = async <Data>(action: () => Promise<ActionResult<Data>>): Promise<Data | undefined> => {
    if (locked.current) return undefined;
    locked.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await action();
      if (result.ok) return result.data ?? (true as Data);
      setFailure(result);
    } catch {
      setFailure({ ok: false, code: 'unavailable', message: t('unreachable'), requestId: '', errors: [] });
    } finally {
      locked.current = false;
      setBusy(false);
    }
    return undefined;
  };
  return { run, busy, failure };
}
