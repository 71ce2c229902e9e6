'use client';

import type { ImportFormatInput } from '@countinghouse/core/imports/schemas';
import { formatNumber, type NumberFormat } from '@countinghouse/core/platform/money';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Button } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import classes from './imports.module.css';
import type { MappingSetup } from './setup';
import { useFormat } from './use-format';

type Encoding = NonNullable<ImportFormatInput['encoding']>;
type Delimiter = NonNullable<ImportFormatInput['delimiter']>;

const encodings: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
};
const delimiters = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'pipe' },
] as const;

/** How the file was read; each fact can be corrected, and then the file is read again. */
export function FormatFacts({ setup, numberFormat }: { setup: MappingSetup; numberFormat: NumberFormat }) {
  const t = useTranslations('imports');
  const { file, rows, sheets, warnings } = setup.format;
  const { now, set, changed, readAgain, busy, failure } = useFormat(setup);
  return (
    <section className={classes.box} aria-busy={busy}>
      <h2>{t('format.title')}</h2>
      {setup.refused && <ErrorNotice title={t('format.refused', { reason: setup.refused })} />}
      {failure && <ErrorNotice title={failure.message} requestId={failure.requestId || undefined} />}
      <div className={classes.grid}>
        {file.kind === 'csv' ? (
          <>
            <NativeSelect
              label={t('format.encoding')}
              value={now.encoding ?? ''}
              data={Object.entries(encodings).map(([value, label]) => ({ value, label }))}
              onChange={(event) => set({ encoding: event.currentTarget.value as Encoding })}
            />
            <NativeSelect
              label={t('format.delimiter')}
              value={now.delimiter ?? ''}
              data={delimiters.map(({ value, name }) => ({ value, label: t(`format.delimiters.${name}`) }))}
              onChange={(event) => set({ delimiter: event.currentTarget.value as Delimiter })}
            />
          </>
        ) : (
          <NativeSelect
            label={t('format.sheet')}
            value={now.sheet ?? ''}
            data={sheets}
            onChange={(event) => set({ sheet: event.currentTarget.value })}
          />
        )}
        <TextInput
          type="number"
          min={1}
          label={t('format.headerLine')}
          value={now.headerLine || ''}
          onChange={(event) => set({ headerLine: Math.trunc(Number(event.currentTarget.value)) })}
        />
      </div>
      <div className={classes.row}>
        <p className={classes.hint}>
          {t(rows.exact ? 'format.rows' : 'format.about', {
            rows: formatNumber(String(rows.count), numberFormat),
          })}
        </p>
        {changed && (
          <Button busy={busy} disabled={!now.headerLine} onClick={() => void readAgain()}>
            {t('format.again')}
          </Button>
        )}
      </div>
      {warnings.length > 0 && (
        <ul className={classes.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>{t(`warnings.${warning}`)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
