'use client';

import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { Button } from '../button';
import { boxesOf, readSelection, sumTexts, type Selected } from './read-selection';
import { extendSelection, handleListKey, openRow } from './row-events';
import { SelectionContext } from './selection';
import classes from './table.module.css';

interface TableBehaviourProps {
  numberFormat: NumberFormat;
  bulk: ReactNode;
  /** The table, drawn on the server. */
  children: ReactNode;
}

const nothing: Selected = { ids: [], sums: new Map() };

/** What a list does, for all rows at once: select, open, move by keyboard, and say what is selected. */
export function TableBehaviour({ numberFormat, bulk, children }: TableBehaviourProps) {
  const t = useTranslations('common.table');
  const root = useRef<HTMLDivElement>(null);
  const lastBox = useRef<HTMLInputElement>(undefined);
  const [selected, setSelected] = useState<Selected>(nothing);
  const hintId = useId();

  const read = useCallback(() => {
    if (root.current) setSelected(readSelection(root.current));
  }, []);

  const clear = useCallback(() => {
    for (const box of root.current ? boxesOf(root.current) : []) box.checked = false;
    read();
  }, [read]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (root.current && handleListKey(root.current, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const { target, shiftKey } = event;
    if (!root.current || !(target instanceof Element)) return;
    if (!(target instanceof HTMLInputElement)) {
      openRow(event.nativeEvent);
      return;
    }
    if (target.closest('thead')) for (const box of boxesOf(root.current)) box.checked = target.checked;
    else if (target.closest('tr[data-id]')) {
      if (shiftKey) extendSelection(root.current, target, lastBox.current);
      lastBox.current = target;
    }
    read();
  };

  const selection = useMemo(() => ({ ids: selected.ids, clear }), [selected.ids, clear]);
  const sums = sumTexts(selected.sums, numberFormat);
  return (
    <SelectionContext value={selection}>
      <div ref={root} className={classes.box} onClick={onClick} aria-describedby={hintId} role="group">
        {children}
        <p id={hintId} className="visually-hidden">
          {t('keys')}
        </p>
        <div className={classes.footer} hidden={selected.ids.length === 0}>
          <span role="status">
            {t.rich('selected', { count: selected.ids.length, b: (text) => <strong>{text}</strong> })}
          </span>
          {sums.length > 0 && (
            <span>
              {t('total')} <strong>{sums.join(' · ')}</strong>
            </span>
          )}
          <span className={classes.space} />
          {bulk}
          <Button look="quiet" onClick={clear}>
            {t('clear')}
          </Button>
        </div>
      </div>
    </SelectionContext>
  );
}
