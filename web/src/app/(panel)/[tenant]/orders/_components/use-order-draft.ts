'use client';

import type { OrderDto } from '@countinghouse/core/orders/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import type { ActionFailure, ActionResult } from '../../../../../ui/form/action-result';
import { useDraft } from '../../../../../ui/form/use-draft';
import { markUnsaved } from '../../../../../ui/leave/leave-guard';
import { createOrderAction, updateOrderAction } from '../actions';
import { inputOf, withFreshKeys, type DraftRules, type OrderDraft } from './draft';

export interface EditedOrder {
  id: string;
  version: number;
}

const isDraftPressed = (event: FormEvent<HTMLFormElement> | undefined): boolean => {
  const { submitter } = (event?.nativeEvent ?? {}) as { submitter?: HTMLButtonElement };
  return submitter?.value === 'draft';
};

/** What is typed, kept in this tab until it is saved; leaving it behind asks first. */
function useKeptDraft(key: string, initial: OrderDraft) {
  const [draft, setDraft] = useState(initial);
  const identity = useRef({});
  const latest = useRef(draft);
  const show = useCallback((next: OrderDraft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const kept = useDraft<OrderDraft>(key, {
    getValues: () => latest.current,
    setValues: (values) => {
      markUnsaved(identity.current, true);
      show(withFreshKeys({ ...latest.current, ...values }));
    },
  });
  useEffect(() => {
    const mine = identity.current;
    return () => markUnsaved(mine, false);
  }, []);

  const change = (patch: Partial<OrderDraft>) => {
    markUnsaved(identity.current, true);
    show({ ...latest.current, ...patch });
    kept.changed();
  };
  const settle = () => {
    markUnsaved(identity.current, false);
    kept.drop();
  };
  return { draft, change, settle, reset: () => show(initial), restored: kept.restored };
}

/** The state of the order form: what is typed, what is wrong with it, and saving it once. */
export function useOrderDraft(tenant: string, initial: OrderDraft, rules: DraftRules, edited?: EditedOrder) {
  const t = useTranslations();
  const router = useRouter();
  const key = `${tenant}/order/${edited ? `${edited.id}/${edited.version}` : 'new'}`;
  const { draft, change, settle, reset, restored } = useKeptDraft(key, initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const locked = useRef(false);

  const send = (status: 'draft' | 'placed'): Promise<ActionResult<OrderDto>> => {
    const input = inputOf(draft, rules);
    return edited
      ? updateOrderAction(tenant, edited.id, edited.version, input)
      : createOrderAction(tenant, { ...input, kind: draft.kind, status });
  };
  const fail = (code: ActionFailure['code'], message: string, errors: ActionFailure['errors'] = []) =>
    setFailure({ ok: false, code, message, requestId: '', errors });

  const save = async (status: 'draft' | 'placed') => {
    // A second press, or Ctrl+Enter held down, must not send twice.
    if (locked.current) return;
    setFailure(undefined);
    if (draft.customerName.trim() && !draft.customerId) {
      // A name that nobody has would be lost.
      const message = t('orders.form.customerUnknown');
      return fail('invalid', t('errors.codes.invalid'), [{ path: 'customerId', message }]);
    }
    locked.current = true;
    setBusy(true);
    try {
      const result = await send(status);
      if (result.ok) {
        settle();
        router.push(`/${tenant}/orders/${result.data.id}`);
        return router.refresh();
      }
      setFailure(result);
    } catch {
      fail('unavailable', t('errors.unreachable'));
    }
    locked.current = false;
    setBusy(false);
  };

  const errors = Object.fromEntries((failure?.errors ?? []).map(({ path, message }) => [path, message]));
  const form = {
    submit: (event?: FormEvent<HTMLFormElement>) => {
      event?.preventDefault();
      void save(isDraftPressed(event) ? 'draft' : 'placed');
    },
    busy,
    failure,
    restored,
    errors,
    // What is shown is always what React holds: nothing is typed past it.
    setFieldValue: () => undefined,
    discard: settle,
    reset,
  };
  return { form, draft, change };
}

/** Name and fault of a field, as every field of the form takes them. */
export const fieldAt = (errors: Record<string, string>, path: string) => ({
  'data-path': path,
  error: errors[path],
});
