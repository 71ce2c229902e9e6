'use client';

import { IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import { Icon } from '../../../../../ui/icon';
import { ProgressRow } from '../../../../../ui/progress-row';
import classes from './imports.module.css';
import { useSendImport } from './use-send-import';

const endings = '.csv,.tsv,.txt,.gz,.xlsx';

/** Where a file of orders is dropped or chosen. */
export function DropFile({ tenant, maxBytes }: { tenant: string; maxBytes: number }) {
  const t = useTranslations('imports.drop');
  const picker = useRef<HTMLInputElement>(null);
  const { sending, failure, send } = useSendImport(tenant, maxBytes);
  const [over, setOver] = useState(false);

  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  const drop = (event: DragEvent) => {
    drag(event, false);
    void send([...event.dataTransfer.files]);
  };
  const percent = sending ? Math.round(sending.part * 100) : 0;

  return (
    <div className={classes.stack}>
      {failure && (
        <ErrorNotice title={failure.title} requestId={failure.requestId || undefined}>
          {failure.hint}
        </ErrorNotice>
      )}
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label={t('title')}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={drop}
      >
        {sending ? (
          <div className={classes.sending}>
            <ProgressRow
              icon={IconFileImport}
              name={t(sending.part < 1 ? 'sending' : 'received', { name: sending.name })}
              state={`${percent} %`}
              progress={{ done: percent, total: 100 }}
            />
          </div>
        ) : (
          <>
            <Icon of={IconFileImport} size={32} />
            <h2>{t('title')}</h2>
            <input
              ref={picker}
              type="file"
              hidden
              accept={endings}
              aria-label={t('choose')}
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])];
                event.currentTarget.value = '';
                if (files.length > 0) void send(files);
              }}
            />
            <Button look="primary" onClick={() => picker.current?.click()}>
              {t('choose')}
            </Button>
          </>
        )}
        <p className={classes.hint}>{t('limits', { megabytes: String(Math.floor(maxBytes / 1_048_576)) })}</p>
      </section>
      <p className={classes.hint}>{t('next')}</p>
    </div>
  );
}
