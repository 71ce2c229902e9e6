'use client';

import { TextInput } from '@mantine/core';
import type { BankTransactionDto } from '@countinghouse/core/bank-statements/schemas';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { formatAmount } from '@countinghouse/core/platform/money';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../../../../../ui/button';
import { faultsByPath } from '../../../../../ui/form/action-result';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { confirmTransactionAction, openDocumentsAction } from '../actions';
import { allocationsOf, OpenItems, type Amounts } from '../_components/open-items';
import classes from '../_components/payments.module.css';
import { useRun } from '../_components/use-run';
import { MovementRate, type MovementRateState } from './movement-rate';

interface ChooseProps {
  tenant: string;
  transaction: BankTransactionDto;
  /** Of a movement in another currency than the company's. */
  rate: MovementRateState | null;
  onDone: () => void;
  onDismiss: () => void;
}

const MOST_SHOWN = 15;

/** Open documents in the movement's currency that hold the words that are typed. */
function useOpenDocuments(tenant: string, currency: string, typed: string): OpenDocumentDto[] {
  const [q] = useDebouncedValue(typed, 200);
  const [found, setFound] = useState<OpenDocumentDto[]>([]);
  useEffect(() => {
    let current = true;
    openDocumentsAction(tenant, { currency, kind: 'invoice', ...(q.trim() && { q }) })
      .then((result) => {
        if (current && result.ok) setFound(result.data.slice(0, MOST_SHOWN));
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [tenant, currency, q]);
  return found;
}

/** Chooses by hand what a movement has paid; what is left stays as credit. */
export function Choose({ tenant, transaction, rate, onDone, onDismiss }: ChooseProps) {
  const t = useTranslations('payments.choose');
  const { numberFormat } = useReader();
  const { amount, currency } = transaction.amount;
  const [typed, setTyped] = useState('');
  const [amounts, setAmounts] = useState<Amounts>({});
  const [chosen, setChosen] = useState<readonly OpenDocumentDto[]>([]);
  const { run, busy, failure } = useRun();
  const found = useOpenDocuments(tenant, currency, typed);
  // What has an amount stays in sight, whatever is searched for next.
  const kept = chosen.filter(({ id }) => (amounts[id] ?? '').trim() !== '');
  const documents = [...kept, ...found.filter(({ id }) => !kept.some((each) => each.id === id))];
  const allocations = allocationsOf(documents, amounts, numberFormat);
  const used = (allocations ?? []).reduce((sum, each) => sum + BigInt(each.amount), 0n);
  const rest = BigInt(amount) - used;
  const confirm = async () => {
    if (!allocations) return;
    const input = { allocations, ...rate?.input };
    if (await run(() => confirmTransactionAction(tenant, transaction.id, input))) onDone();
  };
  return (
    <div className={classes.stack}>
      <FailureNotice failure={failure} />
      <TextInput
        label={t('search')}
        value={typed}
        autoFocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <OpenItems
        documents={documents}
        amounts={amounts}
        onChange={(next) => {
          setAmounts(next);
          setChosen(documents);
        }}
      />
      <MovementRate rate={rate} documents={kept} errors={faultsByPath(failure)} />
      <p className={classes.quiet} role="status">
        {allocations
          ? t('rest', { amount: `${formatAmount(rest, currency, numberFormat)} ${currency}` })
          : t('noAmount')}
      </p>
      <div className={classes.buttons}>
        <Button
          look="primary"
          busy={busy}
          disabled={!allocations || rest < 0n || rate?.wrong === true}
          onClick={() => void confirm()}
        >
          {used === 0n ? t('asCredit') : t('confirm')}
        </Button>
        <Button look="quiet" onClick={onDismiss}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
