'use client';

import { IconFileImport } from '@tabler/icons-react';
import type { BankCsvMapping, BankTableDto } from '@countinghouse/core/bank-statements/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState, type DragEvent } from 'react';
import { Button } from '../../../../../ui/button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { Icon } from '../../../../../ui/icon';
import { showNotice } from '../../../../../ui/notices/notice';
import { importBankFileAction, previewBankFileAction } from '../actions';
import classes from '../_components/payments.module.css';
import { contentOf } from '../_components/read-file';
import { useRun } from '../_components/use-run';
import { TableMapping } from './table-mapping';

export interface AccountChoice {
  id: string;
  name: string;
  currency: string;
}

interface Waiting {
  fileName: string;
  content: string;
  table: BankTableDto;
}

const endings = '.xml,.sta,.mt940,.940,.txt,.csv,.tsv,.xlsx,.gz';

/** Reads a file and imports it; a table whose columns nobody has explained waits for that. */
function useBankFile(tenant: string) {
  const t = useTranslations('payments.drop');
  const router = useRouter();
  const { run, busy, failure } = useRun();
  const [waiting, setWaiting] = useState<Waiting>();

  const keep = async (
    { fileName, content }: Omit<Waiting, 'table'>,
    mapping?: BankCsvMapping,
    bankAccountId?: string,
  ) => {
    const done = await run(() =>
      importBankFileAction(tenant, {
        fileName,
        content,
        ...(mapping && { mapping }),
        ...(bankAccountId && { bankAccountId }),
      }),
    );
    if (!done) return;
    setWaiting(undefined);
    const incomplete = done.statements.some((each) => each.incomplete);
    const said = done.alreadyImported ? t('already') : t('imported', { count: done.newCount });
    showNotice({ message: incomplete ? `${said} ${t('incomplete')}` : said });
    router.refresh();
  };

  const open = async (chosen: File) => {
    setWaiting(undefined);
    const file = { fileName: chosen.name, content: await contentOf(chosen) };
    const preview = await run(() => previewBankFileAction(tenant, file));
    if (!preview) return;
    const { table } = preview;
    if (table && !table.remembered && !preview.alreadyImported) setWaiting({ ...file, table });
    else await keep(file);
  };
  return { open, keep, busy, failure, waiting, dismiss: () => setWaiting(undefined) };
}

/** Where a file of the bank is dropped or chosen. */
export function DropBankFile({ tenant, accounts }: { tenant: string; accounts: readonly AccountChoice[] }) {
  const t = useTranslations('payments.drop');
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { open, keep, busy, failure, waiting, dismiss } = useBankFile(tenant);
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <>
      <FailureNotice failure={failure} />
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label={t('title')}
        aria-busy={busy}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          const [file] = event.dataTransfer.files;
          if (file) void open(file);
        }}
      >
        <Icon of={IconFileImport} size={24} />
        <p>{busy ? t('reading') : t('hint')}</p>
        <input
          ref={picker}
          type="file"
          hidden
          accept={endings}
          aria-label={t('choose')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void open(file);
          }}
        />
        <Button busy={busy} onClick={() => picker.current?.click()}>
          {t('choose')}
        </Button>
      </section>
      {waiting && (
        <TableMapping
          table={waiting.table}
          accounts={accounts}
          busy={busy}
          onDismiss={dismiss}
          onChosen={(mapping, account) => void keep(waiting, mapping, account)}
        />
      )}
    </>
  );
}
