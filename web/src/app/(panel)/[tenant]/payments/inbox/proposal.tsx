import { IconCheck } from '@tabler/icons-react';
import type { MatchProposalDto, OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Amount } from '../../../../../ui/amount';
import { Button } from '../../../../../ui/button';
import { useReader } from '../../../../../ui/form/reader-context';
import { StatusLabel, type Tone } from '../../../../../ui/status-label';
import classes from '../_components/payments.module.css';

interface ProposalProps {
  tenant: string;
  proposal: MatchProposalDto;
  /** The best one, whose button stands out. */
  first: boolean;
  busy: boolean;
  onConfirm?: () => void;
}

const tones: Record<MatchProposalDto['confidence'], Tone> = { sure: 'good', likely: 'info', possible: 'off' };

/** What a movement may have paid, why, and the button that says so. */
export function Proposal({ tenant, proposal, first, busy, onConfirm }: ProposalProps) {
  const t = useTranslations('payments.match');
  const { numberFormat } = useReader();
  const { confidence, reasons, customer, allocations, credits, rest } = proposal;
  const part = (document: OpenDocumentDto, amount: MatchProposalDto['rest'], minus = '') => (
    <li key={`${document.id}${minus}`}>
      <Link href={`/${tenant}/invoices/${document.id}`}>{document.number}</Link>
      <Amount minor={`${minus}${amount.amount}`} currency={amount.currency} numberFormat={numberFormat} />
    </li>
  );
  return (
    <div className={classes.proposal}>
      <div className={classes.bar}>
        <StatusLabel tone={tones[confidence]}>{t(`confidences.${confidence}`)}</StatusLabel>
        <span>{customer?.name ?? allocations[0]?.document.customer?.name}</span>
      </div>
      <ul className={classes.parts}>
        {allocations.map(({ document, amount }) => part(document, amount))}
        {credits.map(({ document, amount }) => part(document, amount, '-'))}
        {rest.amount !== '0' && (
          <li>
            <span>{t('rest')}</span>
            <Amount minor={rest.amount} currency={rest.currency} numberFormat={numberFormat} />
          </li>
        )}
      </ul>
      <p className={classes.quiet}>{reasons.map((reason) => t(`reasons.${reason}`)).join(', ')}</p>
      {onConfirm && (
        <div className={classes.buttons}>
          <Button look={first ? 'primary' : 'plain'} icon={IconCheck} busy={busy} onClick={onConfirm}>
            {t('confirm')}
          </Button>
        </div>
      )}
    </div>
  );
}
