import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, writeDraft } from './draft';

interface DraftForm<Values> {
  getValues: () => Values;
  setValues: (values: Partial<Values>) => void;
}

const pauseMs = 400;

/** Keeps what is typed while it is not saved. Without a key nothing is kept: forms with passwords have none. */
export function useDraft<Values>(key: string | undefined, form: DraftForm<Values>) {
  const [restored, setRestored] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(form);
  latest.current = form;

  useEffect(() => {
    const draft = key === undefined ? undefined : readDraft<Values>(key);
    if (!draft) return;
    latest.current.setValues(draft);
    setRestored(true);
  }, [key]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    restored,
    changed: () => {
      if (key === undefined) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => writeDraft(key, latest.current.getValues()), pauseMs);
    },
    drop: () => {
      clearTimeout(timer.current);
      setRestored(false);
      if (key !== undefined) dropDraft(key);
    },
  };
}
