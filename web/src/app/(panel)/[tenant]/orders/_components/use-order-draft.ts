'use client';

import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionResult } from '../../../../../server/result';
import { createOrderAction, updateOrderAction } from '../actions';
import { inputOf, type DraftRules, type OrderDraft } from './draft';

export interface EditedOrder {
  id: string;
  version: number;
}

export type Failure = Extract<ActionResult<never>, { ok: false }>;

/** Asks before the page is left with changes that are not saved. */
function useLeaveWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}

/** The state of the order form: what is typed, what is wrong with it, and saving it once. */
export function useOrderDraft(tenant: string, initial: OrderDraft, rules: DraftRules, edited?: EditedOrder) {
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const [dirty, setDirty] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const busy = useRef(false);
  useLeaveWarning(dirty && !saving);

  const change = useCallback((patch: Partial<OrderDraft>) => {
    setDirty(true);
    setDraft((before) => ({ ...before, ...patch }));
  }, []);

  const send = (status: 'draft' | 'placed'): Promise<ActionResult<OrderDto>> => {
    const input = inputOf(draft, rules);
    return edited
      ? updateOrderAction(tenant, edited.id, edited.version, input)
      : createOrderAction(tenant, { ...input, kind: draft.kind, status });
  };

  const save = async (status: 'draft' | 'placed') => {
    // A second press, or Ctrl+Enter held down, must not send twice.
    if (busy.current) return;
    busy.current = true;
    setSaving(true);
    setFailure(null);
    try {
      const result = await send(status);
      if (result.ok) {
        setDirty(false);
        router.push(`/${tenant}/orders/${result.data.id}`);
        router.refresh();
        return;
      }
      setFailure(result);
    } catch {
      setFailure({ ok: false, code: 'unavailable', message: '', requestId: '', errors: [] });
    }
    busy.current = false;
    setSaving(false);
  };

  const faultAt = (path: string): string | undefined =>
    failure?.errors.find((fault) => fault.path === path)?.message;

  return { draft, change, save, saving, failure, faultAt, dirty };
}
