'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { faultsByPath, type ActionFailure, type ActionResult } from '../../../../../ui/form/action-result';
import { useDraft } from '../../../../../ui/form/use-draft';
import { markUnsaved } from '../../../../../ui/leave/leave-guard';

interface MoneyFormOptions<Draft, Saved> {
  /** Names what is kept in this tab until it is saved. */
  key: string;
  initial: Draft;
  /** Faults that can be told before asking the server, by path; nothing is sent then. */
  check: (draft: Draft) => Record<string, string>;
  send: (draft: Draft) => Promise<ActionResult<Saved>>;
  onSaved: (saved: Saved) => void;
}

/** The state of a form with amounts: what is typed, what is wrong with it, and saving it once. */
export function useMoneyForm<Draft extends object, Saved>(options: MoneyFormOptions<Draft, Saved>) {
  const { key, initial, check, send, onSaved } = options;
  const t = useTranslations('errors');
  const [draft, setDraft] = useState(initial);
  const latest = useRef(draft);
  const identity = useRef({});
  const locked = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  const kept = useDraft<Draft>(key, {
    getValues: () => latest.current,
    setValues: (values) => show({ ...latest.current, ...values }),
  });
  useEffect(() => {
    const mine = identity.current;
    return () => markUnsaved(mine, false);
  }, []);
  const change = (patch: Partial<Draft>) => {
    markUnsaved(identity.current, true);
    show({ ...latest.current, ...patch });
    kept.changed();
  };
  const settle = () => {
    markUnsaved(identity.current, false);
    kept.drop();
  };
  const fail = (code: ActionFailure['code'], message: string, errors: ActionFailure['errors'] = []) =>
    setFailure({ ok: false, code, message, requestId: '', errors });
  const save = async () => {
    if (locked.current) return;
    const faults = Object.entries(check(latest.current)).map(([path, message]) => ({ path, message }));
    if (faults.length > 0) return fail('invalid', t('codes.invalid'), faults);
    locked.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await send(latest.current);
      if (result.ok) {
        settle();
        return onSaved(result.data);
      }
      setFailure(result);
    } catch {
      fail('unavailable', t('unreachable'));
    }
    locked.current = false;
    setBusy(false);
  };
  const form = {
    submit: (event?: FormEvent<HTMLFormElement>) => {
      event?.preventDefault();
      void save();
    },
    busy,
    failure,
    restored: kept.restored,
    errors: faultsByPath(failure),
    // What is shown is always what React holds: nothing is typed past it.
    setFieldValue: () => undefined,
    discard: settle,
    reset: () => show(initial),
  };
  return { form, draft, change };
}
