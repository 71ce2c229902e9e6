import { formatNumber } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import {
  noneText,
  reportTitle,
  type PaymentJournal,
  type PaymentJournalRow,
  type PaymentJournalSums,
  type PaymentJournalTotal,
  type ReportTitle,
} from '@countinghouse/core/reports';
import { useTranslations } from 'next-intl';
import { Amount } from '../../../../../ui/amount';
import type { Reader } from '../../../../../ui/reader';
import { StatusLabel } from '../../../../../ui/status-label';
import { Figure } from './figure';
import { ReportTable, type ReportColumn } from './report-table';
import classes from './reports.module.css';

interface JournalProps {
  tenant: string;
  reader: Reader;
  journal: PaymentJournal;
}

const nothing = <span className={classes.nothing}>–</span>;

function Money({ money, reader }: { money: PaymentJournalRow['amount']; reader: Reader }) {
  return <Amount minor={money.amount} currency={money.currency} numberFormat={reader.numberFormat} />;
}

/** What became of a payment: the documents that it settles, what it gives back, or why it is void. */
function Settles({ row, tenant, reader }: { row: PaymentJournalRow } & Omit<JournalProps, 'journal'>) {
  const t = useTranslations('reports.journal');
  if (row.state === 'voided') {
    return (
      <span className={classes.words}>
        <StatusLabel tone="off">{t('voided')}</StatusLabel> {row.voidReason}
      </span>
    );
  }
  if (row.refundOf) {
    return (
      <a className={classes.words} href={`/${tenant}/payments/${row.refundOf.id}`}>
        {t('refundOf', { day: formatDate(row.refundOf.day, reader) })}
      </a>
    );
  }
  if (row.documents.length === 0) return nothing;
  return (
    <ul className={classes.settled}>
      {row.documents.map(({ id, number, amount }) => (
        <li key={id}>
          <a href={`/${tenant}/invoices/${id}`}>{number}</a> <Money money={amount} reader={reader} />
        </li>
      ))}
    </ul>
  );
}

/** The movements of money in their order. */
export function JournalTable({ tenant, reader, journal, caption }: JournalProps & { caption: string }) {
  const t = useTranslations('payments.methods');
  const { language } = reader;
  const words = (key: ReportTitle, textOf: (row: PaymentJournalRow) => string | undefined) => ({
    key,
    label: reportTitle(key, language),
    text: true,
    cell: (row: PaymentJournalRow) => {
      const text = textOf(row);
      return text ? <span className={classes.words}>{text}</span> : nothing;
    },
  });
  const columns: ReportColumn<PaymentJournalRow>[] = [
    {
      key: 'day',
      label: reportTitle('day', language),
      text: true,
      cell: (row) => <a href={`/${tenant}/payments/${row.id}`}>{formatDate(row.day, reader)}</a>,
    },
    words('customer', (row) => row.customer?.name ?? noneText('customer', language)),
    words('method', (row) => t(row.method)),
    words('bankAccount', (row) => row.bankAccount?.name),
    words('reference', (row) => row.reference),
    {
      key: 'settles',
      label: reportTitle('settles', language),
      text: true,
      cell: (row) => <Settles row={row} tenant={tenant} reader={reader} />,
    },
    {
      key: 'credit',
      label: reportTitle('credit', language),
      cell: ({ credit }) => (credit.amount === '0' ? nothing : <Money money={credit} reader={reader} />),
    },
    {
      key: 'amount',
      label: reportTitle('amount', language),
      strong: true,
      cell: ({ amount, state }) => {
        const money = <Money money={amount} reader={reader} />;
        return state === 'voided' ? <s>{money}</s> : money;
      },
    },
  ];
  return (
    <ReportTable
      caption={caption}
      captionShown={false}
      columns={columns}
      rows={journal.rows}
      rowKey={(row) => row.id}
    />
  );
}

interface SumsProps {
  reader: Reader;
  total: PaymentJournalTotal;
}

/** What came in and went back by method, in one currency. */
export function JournalSums({ reader, total }: SumsProps) {
  const t = useTranslations('reports');
  const methods = useTranslations('payments.methods');
  const { language, numberFormat } = reader;
  const { currency } = total.net;
  const count = (value: number) => formatNumber(String(value), numberFormat);
  const money = (key: 'received' | 'givenBack' | 'net', label: ReportTitle): ReportColumn<Row> => ({
    key,
    label: reportTitle(label, language),
    strong: key === 'net',
    cell: (row) => <Figure money={row[key]} numberFormat={numberFormat} />,
    total: <Figure money={total[key]} numberFormat={numberFormat} />,
  });
  type Row = PaymentJournalSums & { method: PaymentJournalRow['method'] };
  const columns: ReportColumn<Row>[] = [
    {
      key: 'method',
      label: reportTitle('method', language),
      text: true,
      cell: (row) => methods(row.method),
    },
    {
      key: 'payments',
      label: reportTitle('payments', language),
      cell: (row) => count(row.count),
      total: count(total.count),
    },
    money('received', 'received'),
    money('givenBack', 'givenBack'),
    money('net', 'balance'),
  ];
  return (
    <ReportTable
      caption={t('journal.sums', { currency })}
      captionShown
      columns={columns}
      rows={total.methods}
      rowKey={(row) => row.method}
      totalLabel={`${t('total')}, ${currency}`}
    />
  );
}
