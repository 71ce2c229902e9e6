'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ActionFailure, ActionResult } from '../../../../../ui/form/action-result';
import { showNotice } from '../../../../../ui/notices/notice';

/** Runs one action at a time; what is on screen follows, and what went wrong is kept to be shown. */
export function useVerb() {
  const t = useTranslations('errors');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const locked = useRef(false);

  const run = async (action: () => Promise<ActionResult<unknown>>, done?: string): Promise<boolean> => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await action();
      if (!result.ok) setFailure(result);
      else if (done) showNotice({ message: done });
      router.refresh();
      return result.ok;
    } catch {
      setFailure({ ok: false, code: 'unavailable', message: t('unreachable'), requestId: '', errors: [] });
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, run };
}
