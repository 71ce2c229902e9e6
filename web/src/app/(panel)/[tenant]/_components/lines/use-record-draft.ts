'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { faultsByPath, type ActionFailure, type ActionResult } from '../../../../../ui/form/action-result';
import { useDraft } from '../../../../../ui/form/use-draft';
import { markUnsaved } from '../../../../../ui/leave/leave-guard';
import { withFreshKeys, type CustomerDraft } from './draft';

/** The value of the button that sent the form, where it has one. */
const pressedIn = (event: FormEvent<HTMLFormElement> | undefined): string => {
  const { submitter } = (event?.nativeEvent ?? {}) as { submitter?: HTMLButtonElement };
  return submitter?.value ?? '';
};

/** What is typed, kept in this tab until it is saved; leaving it behind asks first. */
function useKeptDraft<Draft extends CustomerDraft>(key: string, initial: Draft) {
  const [draft, setDraft] = useState(initial);
  const identity = useRef({});
  const latest = useRef(draft);
  const show = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const kept = useDraft<Draft>(key, {
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

  const change = (patch: Partial<Draft>) => {
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

interface RecordDraftOptions<Draft extends CustomerDraft, Saved> {
  /** Names what is kept in this tab, such as `demo/order/new`. */
  key: string;
  initial: Draft;
  /** `pressed` is the value of the button that sent the form: empty for the main one and for Ctrl+Enter. */
  send: (draft: Draft, pressed: string) => Promise<ActionResult<Saved>>;
  onSaved: (saved: Saved, pressed: string) => void;
}

/** The state of a form with lines: what is typed, what is wrong with it, and saving it once. */
export function useRecordDraft<Draft extends CustomerDraft, Saved>(
  options: RecordDraftOptions<Draft, Saved>,
) {
  const { key, initial, send, onSaved } = options;
  const t = useTranslations();
  const { draft, change, settle, reset, restored } = useKeptDraft(key, initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ActionFailure>();
  const locked = useRef(false);

  const fail = (code: ActionFailure['code'], message: string, errors: ActionFailure['errors'] = []) =>
    setFailure({ ok: false, code, message, requestId: '', errors });

  const save = async (pressed: string) => {
    // A second press, or Ctrl+Enter held down, must not send twice.
    if (locked.current) return;
    setFailure(undefined);
    if (draft.customerName.trim() && !draft.customerId) {
      // A name that nobody has would be lost.
      const message = t('lines.customerUnknown');
      return fail('invalid', t('errors.codes.invalid'), [{ path: 'customerId', message }]);
    }
    locked.current = true;
    setBusy(true);
    try {
      const result = await send(draft, pressed);
      if (result.ok) {
        settle();
        return onSaved(result.data, pressed);
      }
      setFailure(result);
    } catch {
      fail('unavailable', t('errors.unreachable'));
    }
    locked.current = false;
    setBusy(false);
  };

  const errors = faultsByPath(failure);
  const form = {
    submit: (event?: FormEvent<HTMLFormElement>) => {
      event?.preventDefault();
      void save(pressedIn(event));
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
