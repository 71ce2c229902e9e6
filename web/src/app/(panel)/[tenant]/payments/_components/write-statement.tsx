'use client';

import { IconFileDescription } from '@tabler/icons-react';
import type { StatementInput } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../../../../ui/button';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { writeStatementAction } from '../actions';
import classes from './payments.module.css';
import { useRun } from './use-run';

interface WriteStatementProps {
  tenant: string;
  customerId: string;
  period: StatementInput;
}

/** Freezes what the screen shows as a document, and leads to its PDF. */
export function WriteStatement({ tenant, customerId, period }: WriteStatementProps) {
  const t = useTranslations('payments.statement');
  const { run, busy, failure } = useRun();
  const [documentId, setDocumentId] = useState<string>();
  const write = async () => {
    const written = await run(() => writeStatementAction(tenant, customerId, period));
    if (written) setDocumentId(written.documentId);
  };
  return (
    <div className={classes.stack}>
      <FailureNotice failure={failure} />
      <div className={classes.bar}>
        <Button icon={IconFileDescription} busy={busy} onClick={() => void write()}>
          {t('write')}
        </Button>
        {documentId && (
          <p role="status">
            {t('written')} <a href={`/${tenant}/documents/${documentId}/pdf`}>{t('pdf')}</a>
          </p>
        )}
      </div>
    </div>
  );
}
