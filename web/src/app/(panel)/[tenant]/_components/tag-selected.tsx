'use client';

import { useState } from 'react';
import { Button } from '../../../../ui/button';
import classes from './detail.module.css';

interface TagSelectedProps {
  /** In the words of the list. */
  labels: { tag: string; prompt: string; add: string; remove: string };
  busy: boolean;
  /** Answers whether it was done; the field closes then. */
  onTag: (action: 'add-tag' | 'remove-tag', tag: string) => Promise<boolean>;
}

/** Adds a tag to the selected records of a list, or removes it. */
export function TagSelected({ labels, busy, onTag }: TagSelectedProps) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button look="quiet" onClick={() => setOpen(true)}>
        {labels.tag}
      </Button>
    );
  }
  const tag = async (form: FormData, action: 'add-tag' | 'remove-tag') => {
    const typed = form.get('tag');
    const text = typeof typed === 'string' ? typed.trim() : '';
    if (text && (await onTag(action, text))) setOpen(false);
  };
  return (
    <form action={(form) => tag(form, 'add-tag')} className={classes.tag}>
      <input name="tag" maxLength={40} required autoFocus aria-label={labels.prompt} />
      <Button type="submit" busy={busy}>
        {labels.add}
      </Button>
      <Button type="submit" formAction={(form: FormData) => tag(form, 'remove-tag')} busy={busy}>
        {labels.remove}
      </Button>
    </form>
  );
}
