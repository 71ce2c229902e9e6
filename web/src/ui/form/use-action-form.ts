'use client';

import { useForm, type UseFormInput } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { markUnsaved } from '../leave/leave-guard';
import { faultsByPath, type Action, type ActionFailure } from './action-result';
import { useDraft } from './use-draft';

interface ActionFormOptions<Values, Input, Data> {
  action: Action<Input, Data>;
  initialValues: Values;
  /** Makes the action's input of what was typed; the values themselves where absent. */
  toInput?: (values: Values) => Input;
  validate?: UseFormInput<Values>['validate'];
  onSaved: (data: Data) => void;
  /** Keeps what is typed under this key until it is saved. Never for passwords. */
  draft?: string;
  /** False for forms that may be left without a question, such as signing in. */
  guard?: boolean;
}

/**
 * A form that a server action saves: faults beside their fields, nothing typed is lost, one submit at a time.
 * Fields take `key={form.key(path)} {...form.getInputProps(path)}`, as everywhere in Mantine.
 */
export function useActionForm<Values extends Record<string, unknown>, Data = void, Input = Values>(
  options: ActionFormOptions<Values, Input, Data>,
) {
  const { action, initialValues, toInput, validate, onSaved, draft: draftKey, guard = true } = options;
  const t = useTranslations('errors');
  const [failure, setFailure] = useState<ActionFailure>();
  const [busy, setBusy] = useState(false);
  const identity = useRef({});
  const locked = useRef(false);

  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues,
    ...(validate && { validate }),
    onValuesChange: () => {
      if (guard) markUnsaved(identity.current, form.isDirty());
      draft.changed();
    },
  });
  const draft = useDraft<Values>(draftKey, form);

  useEffect(() => {
    const mine = identity.current;
    return () => markUnsaved(mine, false);
  }, []);

  const settle = () => {
    form.resetDirty();
    markUnsaved(identity.current, false);
    draft.drop();
  };

  const save = async (values: Values) => {
    if (locked.current) return;
    locked.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await action(toInput ? toInput(values) : (values as unknown as Input));
      if (result.ok) {
        settle();
        onSaved(result.data);
        return;
      }
      setFailure(result);
      form.setErrors(faultsByPath(result));
    } catch {
      setFailure({ ok: false, code: 'unavailable', message: t('unreachable'), requestId: '', errors: [] });
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  const submit = form.onSubmit(save);
  return { ...form, submit, busy, failure, restored: draft.restored, discard: settle };
}

export type ActionForm<Values extends Record<string, unknown>> = ReturnType<typeof useActionForm<Values>>;
