'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../button';
import type { ActionFailure } from './action-result';
import { FailureNotice } from './failure-notice';
import classes from './form.module.css';

/** The part of `useActionForm` that the form itself needs. */
interface FormState {
  submit: (event?: FormEvent<HTMLFormElement>) => void;
  busy: boolean;
  failure: ActionFailure | undefined;
  restored: boolean;
  errors: Record<string, ReactNode>;
  setFieldValue: (path: never, value: never) => void;
  discard: () => void;
  reset: () => void;
}

interface FormProps {
  form: FormState;
  children: ReactNode;
  className?: string | undefined;
}

/** Fields that a browser filled in, or a hasty user, before the page was ready. */
function takeEarlyInput(element: HTMLFormElement, form: FormState): void {
  for (const field of element.querySelectorAll<HTMLInputElement>('input[data-path], textarea[data-path]')) {
    const { path } = field.dataset;
    const isText = !/^(checkbox|radio|file)$/.test(field.type);
    if (path && isText && field.value !== field.defaultValue) {
      form.setFieldValue(path as never, field.value as never);
    }
  }
}

const invalidField = '[aria-invalid="true"], [data-error] input';

/** A form: what went wrong stands above it, Ctrl+Enter saves, the first wrong field gets the focus. */
export function Form({ form, children, className }: FormProps) {
  const t = useTranslations('common.form');
  const element = useRef<HTMLFormElement>(null);
  const notice = useRef<HTMLDivElement>(null);
  const { failure, errors, busy } = form;
  const first = useRef(form);

  useEffect(() => {
    if (element.current) takeEarlyInput(element.current, first.current);
  }, []);

  useEffect(() => {
    if (!failure) return;
    const wrong = element.current?.querySelector<HTMLElement>(invalidField);
    (wrong ?? notice.current)?.focus();
  }, [failure]);

  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    element.current?.requestSubmit();
  };
  const standsBeside = (path: string) =>
    path in errors && !!element.current?.querySelector(`[data-path="${CSS.escape(path)}"]`);
  return (
    <form
      ref={element}
      method="post"
      noValidate
      aria-busy={busy}
      className={className ?? classes.form}
      onSubmit={form.submit}
      onKeyDown={saveByKey}
    >
      <FailureNotice ref={notice} failure={failure} beside={standsBeside}>
        <p>{t('kept')}</p>
      </FailureNotice>
      {form.restored && (
        <p className={classes.restored} role="status">
          {t('restored')}{' '}
          <Button
            look="quiet"
            onClick={() => {
              form.reset();
              form.discard();
            }}
          >
            {t('discard')}
          </Button>
        </p>
      )}
      {children}
    </form>
  );
}

interface FormActionsProps {
  busy: boolean;
  /** The verb of the form: "Save", "Create order". */
  label: string;
  /** Where "Cancel" leads. */
  cancelHref?: string;
  children?: ReactNode;
}

/** The end of a form: save, and the way back. */
export function FormActions({ busy, label, cancelHref, children }: FormActionsProps) {
  const t = useTranslations('common.form');
  return (
    <div className={classes.actions}>
      <Button type="submit" look="primary" busy={busy} title={t('saveKeys')}>
        {busy ? t('busy') : label}
      </Button>
      {children}
      {cancelHref && (
        <a href={cancelHref} className={classes.cancel}>
          {t('cancel')}
        </a>
      )}
    </div>
  );
}
