'use client';

import { IconChecks, IconInbox } from '@tabler/icons-react';
import type { BankTransactionDto } from '@countinghouse/core/bank-statements/schemas';
import type { TransactionState } from '@countinghouse/core/bank-statements/states';
import type { TransactionProposalsDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, ButtonLink } from '../../../../../ui/button';
import { EmptyState } from '../../../../../ui/empty-state';
import { FailureNotice } from '../../../../../ui/form/failure-notice';
import { showNotice } from '../../../../../ui/notices/notice';
import { confirmSureAction } from '../actions';
import classes from '../_components/payments.module.css';
import { useRun } from '../_components/use-run';
import { DropBankFile, type AccountChoice } from './drop-bank-file';
import { Movement } from './movement';

interface InboxProps {
  tenant: string;
  companyCurrency: string;
  state: TransactionState;
  direction: 'in' | 'out';
  transactions: readonly BankTransactionDto[];
  proposals: readonly TransactionProposalsDto[];
  accounts: readonly AccountChoice[];
  mayWrite: boolean;
  nextHref: string | null;
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null;

/** Moves between movements by j and k; the buttons of the one that has the focus follow by Tab. */
function useStepping() {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.max(0, Math.min(items.length - 1, here + step))];
    next?.focus();
    event.preventDefault();
  };
  return { list, onKeyDown };
}

/** What came on the bank accounts, what each movement may have paid, and the decision of a person. */
export function Inbox({
  tenant,
  companyCurrency,
  state,
  direction,
  transactions,
  proposals,
  accounts,
  mayWrite,
  nextHref,
}: InboxProps) {
  const t = useTranslations('payments.inbox');
  const router = useRouter();
  const { run, busy, failure } = useRun();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const { list, onKeyDown } = useStepping();
  const byId = new Map(proposals.map((each) => [each.transactionId, each.proposals]));
  const shown = transactions.filter(({ id }) => !done.has(id));
  const sure = shown.filter(({ id }) => byId.get(id)?.[0]?.confidence === 'sure').map(({ id }) => id);

  const finish = (id: string, message: string) => {
    setDone((before) => new Set([...before, id]));
    showNotice({ message });
    router.refresh();
  };
  const confirmSure = async () => {
    const result = await run(() => confirmSureAction(tenant, sure));
    if (!result) return;
    setDone((before) => new Set([...before, ...result.confirmed.map(({ transactionId }) => transactionId)]));
    showNotice({ message: t('confirmedMany', { count: result.confirmed.length }) });
    router.refresh();
  };
  return (
    <div className={classes.stack} onKeyDown={onKeyDown}>
      {mayWrite && <DropBankFile tenant={tenant} accounts={accounts} />}
      <FailureNotice failure={failure} />
      {mayWrite && sure.length > 0 && (
        <div className={classes.bar}>
          <Button look="primary" icon={IconChecks} busy={busy} onClick={() => void confirmSure()}>
            {t('confirmSure', { count: sure.length })}
          </Button>
          <p className={classes.wideOnly}>{t('keys')}</p>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState icon={IconInbox} title={t(`empty.${state}`)}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <ul className={classes.movements} ref={list} aria-label={t('title')}>
          {shown.map((transaction) => (
            <Movement
              key={transaction.id}
              tenant={tenant}
              transaction={transaction}
              companyCurrency={companyCurrency}
              proposals={byId.get(transaction.id) ?? []}
              mayWrite={mayWrite}
              outgoing={direction === 'out'}
              onDone={finish}
            />
          ))}
        </ul>
      )}
      {nextHref && <ButtonLink href={nextHref}>{t('more')}</ButtonLink>}
    </div>
  );
}
