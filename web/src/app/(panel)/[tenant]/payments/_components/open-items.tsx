'use client';

import { TextInput } from '@mantine/core';
import { formatDate } from '@countinghouse/core/platform/time';
import type { OpenDocumentDto } from '@countinghouse/core/payments/schemas';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import { Button } from '../../../../../ui/button';
import { useReader } from '../../../../../ui/form/reader-context';
import { minorOf, textOf } from './amounts';
import classes from './payments.module.css';

export type Amounts = Readonly<Record<string, string>>;

interface OpenItemsProps {
  documents: readonly OpenDocumentDto[];
  /** What was typed, by document. */
  amounts: Amounts;
  onChange: (amounts: Amounts) => void;
  /** Faults by document. */
  errors?: Readonly<Record<string, string>>;
  /** Whose documents they are expected to be: then nobody needs to read it in each row. */
  customerId?: string | null;
  /** What the amounts are called. */
  label?: string;
}

/** Documents that are open, and what of the money goes to each. */
export function OpenItems({
  documents,
  amounts,
  onChange,
  errors = {},
  customerId = null,
  label,
}: OpenItemsProps) {
  const t = useTranslations('payments.open');
  const reader = useReader();
  const isOwn = customerId !== null && documents.every(({ customer }) => customer?.id === customerId);
  const fill = ({ id, open }: OpenDocumentDto) =>
    onChange({ ...amounts, [id]: textOf(open.amount, open.currency, reader.numberFormat) });
  return (
    <div className={classes.scroll}>
      <table className={`${classes.table} ${classes.openItems}`} aria-label={t('title')}>
        <thead>
          <tr>
            <th>{t('document')}</th>
            <th className={classes.wideOnly}>{t('due')}</th>
            <th className={classes.end}>{t('left')}</th>
            <th className={classes.end}>{label ?? t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <td>
                <span className={classes.whole}>{document.number}</span>{' '}
                {!isOwn && document.customer && (
                  <span className={classes.quiet}>{document.customer.name}</span>
                )}
              </td>
              <td className={classes.wideOnly}>
                {document.dueDate ? formatDate(document.dueDate, reader) : '–'}
              </td>
              <td className={classes.end}>
                <Button
                  look="quiet"
                  onClick={() => fill(document)}
                  title={t('takeAll', { number: document.number })}
                >
                  <Amount
                    minor={document.open.amount}
                    currency={document.open.currency}
                    numberFormat={reader.numberFormat}
                  />
                </Button>
              </td>
              <td className={classes.end}>
                <TextInput
                  className={classes.amountField}
                  aria-label={t('amountOf', { number: document.number })}
                  inputMode="decimal"
                  autoComplete="off"
                  value={amounts[document.id] ?? ''}
                  error={errors[document.id]}
                  data-path={`amounts.${document.id}`}
                  onChange={(event) => onChange({ ...amounts, [document.id]: event.currentTarget.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was typed, as allocations; undefined for an amount that is none. */
export function allocationsOf(
  documents: readonly OpenDocumentDto[],
  amounts: Amounts,
  numberFormat: Parameters<typeof minorOf>[2],
): { invoiceId: string; amount: string }[] | undefined {
  const rows = documents
    .filter(({ id }) => (amounts[id] ?? '').trim() !== '')
    .map(({ id, open }) => ({
      invoiceId: id,
      amount: minorOf(amounts[id] ?? '', open.currency, numberFormat),
    }));
  if (rows.some(({ amount }) => amount === null)) return undefined;
  return rows.flatMap(({ invoiceId, amount }) => (amount && amount !== '0' ? [{ invoiceId, amount }] : []));
}

/** Spreads money over documents, the first to be due first. */
export function spread(
  documents: readonly OpenDocumentDto[],
  minor: bigint,
  numberFormat: Parameters<typeof minorOf>[2],
): Amounts {
  let rest = minor;
  const amounts: Record<string, string> = {};
  for (const { id, open } of documents) {
    const part = BigInt(open.amount) < rest ? BigInt(open.amount) : rest;
    if (part <= 0n) break;
    amounts[id] = textOf(part.toString(), open.currency, numberFormat);
    rest -= part;
  }
  return amounts;
}
