'use client';

import type { NumberFormat } from '@countinghouse/core/platform/money';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { FieldSelects } from './field-selects';
import { FirstRows } from './first-rows';
import { FormatFacts } from './format-facts';
import { ImportOptions } from './import-options';
import classes from './imports.module.css';
import { MoveButton } from './move-button';
import type { MappingSetup } from './setup';
import { useMapping } from './use-mapping';

/** The file's columns and what they mean: guessed, shown with the first rows, corrected here. */
export function MappingForm({ setup, numberFormat }: { setup: MappingSetup; numberFormat: NumberFormat }) {
  const t = useTranslations('imports');
  const router = useRouter();
  const form = useMapping(setup);
  const { failure } = form;

  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form.save();
  };

  return (
    <form
      ref={form.form}
      className={classes.stack}
      noValidate
      aria-busy={form.busy}
      onKeyDown={saveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {failure && (
        <ErrorNotice
          title={failure.message}
          requestId={failure.requestId || undefined}
          actions={
            failure.code === 'stale' && (
              <Button look="quiet" onClick={() => router.refresh()}>
                {t('retry')}
              </Button>
            )
          }
        />
      )}
      <section className={classes.box}>
        <h2>{t('mapping.title')}</h2>
        <p className={classes.hint}>{t('mapping.text')}</p>
        <FieldSelects setup={setup} form={form} />
      </section>
      <section className={classes.box}>
        <h2>{t('mapping.firstRows')}</h2>
        <FirstRows format={setup.format} mapping={form.mapping} fields={setup.fields} />
      </section>
      <ImportOptions setup={setup} form={form} />
      <FormatFacts setup={setup} numberFormat={numberFormat} />
      <div className={classes.buttons}>
        <MoveButton tenant={setup.tenant} id={setup.id} move="cancel" />
        <Button look="primary" type="submit" busy={form.busy} title="Ctrl+Enter">
          {t('mapping.next')}
        </Button>
      </div>
    </form>
  );
}
