'use client';

import type { BankTransactionDto } from '@countinghouse/core/bank-statements/schemas';
import type { MatchProposalDto } from '@countinghouse/core/payments/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState, type KeyboardEvent } from 'react';
import { Amount } from '../../../../../ui/amount';
import { Button } from '../../../../../ui/button';
import { faultsByPath } from '../../../../../ui/form/action-result';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { useReader } from '../../../../../ui/form/reader-context';
import { confirmTransactionAction, ignoreTransactionAction, reopenTransactionAction } from '../actions';
import classes from '../_components/payments.module.css';
import { useRun } from '../_components/use-run';
import { Choose } from './choose';
import { MovementRate, useMovementRate } from './movement-rate';
import { Proposal } from './proposal';

interface MovementProps {
  tenant: string;
  transaction: BankTransactionDto;
  companyCurrency: string;
  proposals: readonly MatchProposalDto[];
  mayWrite: boolean;
  outgoing: boolean;
  onDone: (id: string, message: string) => void;
}

/** What the bank says. */
function Told({ transaction }: { transaction: BankTransactionDto }) {
  const reader = useReader();
  const t = useTranslations('payments.inbox');
  const { amount, counterpartyName, counterpartyAccount, remittance, creditorReference } = transaction;
  return (
    <div className={classes.told}>
      <div className={classes.head}>
        <h2>{counterpartyName || t('nobody')}</h2>
        <Amount minor={amount.amount} currency={amount.currency} numberFormat={reader.numberFormat} />
      </div>
      <p>{[formatDate(transaction.day, reader), counterpartyAccount].filter(Boolean).join(' · ')}</p>
      <p>{[creditorReference, remittance].filter(Boolean).join(' · ')}</p>
      {transaction.reversal && <p>{t('reversal')}</p>}
    </div>
  );
}

/** What a proposal asks the server to do. */
const inputOf = ({ customer, allocations, credits }: MatchProposalDto, outgoing: boolean) =>
  outgoing
    ? { refund: { creditNoteId: allocations[0]?.document.id } }
    : {
        customerId: customer?.id ?? null,
        allocations: allocations.map(({ document, amount }) => ({
          invoiceId: document.id,
          amount: amount.amount,
        })),
        credits: credits.map(({ document, invoiceId, amount }) => ({
          creditNoteId: document.id,
          invoiceId,
          amount: amount.amount,
        })),
      };

/** A movement, what it may have paid, and the decision: confirm, choose something else, or put it aside. */
export function Movement(props: MovementProps) {
  const { tenant, transaction, companyCurrency, proposals, mayWrite, outgoing, onDone } = props;
  const t = useTranslations('payments.inbox');
  const { run, busy, failure } = useRun();
  const [choosing, setChoosing] = useState(false);
  const { id, state } = transaction;
  const rate = useMovementRate(transaction.amount.currency, companyCurrency);
  const confirm = async (proposal: MatchProposalDto) => {
    if (rate?.wrong) return;
    const input = { ...inputOf(proposal, outgoing), ...rate?.input };
    if (await run(() => confirmTransactionAction(tenant, id, input))) onDone(id, t('confirmed'));
  };
  const ignore = async () => {
    if (await run(() => ignoreTransactionAction(tenant, id))) onDone(id, t('ignored'));
  };
  const reopen = async () => {
    if (await run(() => reopenTransactionAction(tenant, id))) onDone(id, t('reopened'));
  };
  const byKey = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget || !mayWrite || state !== 'open') return;
    const [best] = proposals;
    if (event.key === 'Enter' && best) void confirm(best);
    else if (event.key === 'i') void ignore();
    else if (event.key === 'o' && !outgoing) setChoosing(true);
  };
  return (
    <li className={classes.movement} tabIndex={-1} onKeyDown={byKey}>
      {failure && (
        <div className={classes.error}>
          <FailureNotice failure={failure} />
        </div>
      )}
      <Told transaction={transaction} />
      <div className={classes.stack}>
        {state === 'open' && proposals.length === 0 && <p className={classes.quiet}>{t('noProposal')}</p>}
        {state === 'open' && mayWrite && !choosing && proposals.length > 0 && (
          <MovementRate
            rate={rate}
            documents={(proposals[0]?.allocations ?? []).map(({ document }) => document)}
            errors={faultsByPath(failure)}
          />
        )}
        {state === 'open' &&
          !choosing &&
          proposals
            .slice(0, 3)
            .map((proposal, index) => (
              <Proposal
                key={index}
                tenant={tenant}
                proposal={proposal}
                first={index === 0}
                busy={busy}
                {...(mayWrite && { onConfirm: () => void confirm(proposal) })}
              />
            ))}
        {choosing && (
          <Choose
            tenant={tenant}
            transaction={transaction}
            rate={rate}
            onDone={() => onDone(id, t('confirmed'))}
            onDismiss={() => setChoosing(false)}
          />
        )}
        {state === 'open' && mayWrite && !choosing && (
          <div className={classes.buttons}>
            {!outgoing && (
              <Button look="quiet" onClick={() => setChoosing(true)}>
                {t('choose')}
              </Button>
            )}
            <Button look="quiet" busy={busy} onClick={() => void ignore()}>
              {t('ignore')}
            </Button>
          </div>
        )}
        {state === 'ignored' && mayWrite && (
          <div className={classes.buttons}>
            <Button busy={busy} onClick={() => void reopen()}>
              {t('reopen')}
            </Button>
          </div>
        )}
        {transaction.paymentId && (
          <Link href={`/${tenant}/payments/${transaction.paymentId}`}>{t('showPayment')}</Link>
        )}
      </div>
    </li>
  );
}
