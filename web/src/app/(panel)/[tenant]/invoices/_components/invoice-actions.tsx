import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import type { DocumentDto } from '@countinghouse/core/documents/schemas';
import { IconCash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '../../../../../ui/button';
import type { Reader } from '../../../../../ui/reader';
import { SendButton } from '../../documents/_components/send-button';
import { CreditButton } from './credit-button';
import { DocumentFiles } from './document-files';
import { DraftActions } from './draft-actions';
import { IssueButton } from './issue-button';
import { MoreActions } from './more-actions';
import type { Settling } from './settle/load-settling';

interface InvoiceActionsProps {
  tenant: string;
  invoice: InvoiceDto;
  /** Of what is issued. */
  document: DocumentDto | null;
  reader: Reader;
  writes: boolean;
  takesPayments: boolean;
  settling: Settling | null;
}

const creditedOf = ({ id, items }: InvoiceDto) => ({
  id,
  items: items
    .filter(({ kind }) => kind === 'item')
    .map(({ id: itemId, title, quantity, creditedQuantity }) => ({
      id: itemId,
      title,
      quantity,
      creditedQuantity,
    })),
});

const isCreditable = ({ kind, state, items }: InvoiceDto) =>
  state === 'issued' &&
  kind !== 'credit_note' &&
  items.some(({ quantity, creditedQuantity }) => quantity !== creditedQuantity);

/** Everything but the one next step. */
export function InvoiceActions(props: InvoiceActionsProps) {
  const { tenant, invoice, document, reader, writes, settling } = props;
  if (invoice.state === 'draft') return writes && <DraftActions tenant={tenant} invoice={invoice} />;
  const { id, version, kind, state, notes, tags, remindersPaused } = invoice;
  const invoiceSettling = kind === 'credit_note' ? null : settling;
  const isTouched =
    invoice.allocations.length > 0 || invoice.creditNotes.some((each) => each.state === 'issued');
  return (
    <>
      {writes && document && state === 'issued' && <SendButton tenant={tenant} documentId={document.id} />}
      {writes && isCreditable(invoice) && (
        <CreditButton tenant={tenant} invoice={creditedOf(invoice)} numberFormat={reader.numberFormat} />
      )}
      {document && <DocumentFiles tenant={tenant} documentId={document.id} />}
      {(writes || invoiceSettling) && (
        <MoreActions
          tenant={tenant}
          invoice={{ id, version, kind, state, notes, tags, remindersPaused }}
          writes={writes}
          mayVoid={state === 'issued' && !isTouched}
          settling={invoiceSettling}
        />
      )}
    </>
  );
}

/** The one thing that comes next: issue a draft, record what is paid. */
export function NextInvoiceStep(props: InvoiceActionsProps & { issueAtFirst: boolean }) {
  const { tenant, invoice, writes, takesPayments, issueAtFirst } = props;
  const t = useTranslations('invoices.actions');
  if (invoice.state === 'draft') {
    const { id, version, kind, customer } = invoice;
    return (
      writes && (
        <IssueButton tenant={tenant} invoice={{ id, version, kind, customer }} openAtFirst={issueAtFirst} />
      )
    );
  }
  const owes =
    invoice.state === 'issued' && invoice.kind !== 'credit_note' && invoice.paymentState !== 'paid';
  return (
    owes &&
    takesPayments && (
      <ButtonLink look="primary" icon={IconCash} href={`/${tenant}/payments/new?invoiceId=${invoice.id}`}>
        {t('recordPayment')}
      </ButtonLink>
    )
  );
}
