import type { ImportDto } from '@countinghouse/core/imports';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../../../../ui/button';
import { ErrorNotice } from '../../../../../ui/error-notice';
import type { Reader } from '../../../../../ui/reader';
import { failureText } from './failure-text';
import { Figures } from './figures';
import classes from './imports.module.css';

interface FailureViewProps {
  tenant: string;
  record: ImportDto;
  reader: Reader;
  writes: boolean;
}

/** What is wrong with the file, where, and that nothing was changed; or what had been done until it stopped. */
export function FailureView({ tenant, record, reader, writes }: FailureViewProps) {
  const t = useTranslations('imports.failed');
  const { error, result } = record;
  const created = result ? result.ordersCreated.sales + result.ordersCreated.returns : 0;
  return (
    <div className={classes.stack}>
      <ErrorNotice
        title={t(error && error.code !== 'failed' ? 'title' : 'stopped')}
        actions={
          writes && (
            <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
              {t('another')}
            </ButtonLink>
          )
        }
      >
        <p>{error ? failureText(t, error) : t('codes.failed')}</p>
        <p>{t(created > 0 ? 'part' : 'nothing')}</p>
      </ErrorNotice>
      {result && created > 0 && <Figures result={result} numberFormat={reader.numberFormat} />}
    </div>
  );
}
