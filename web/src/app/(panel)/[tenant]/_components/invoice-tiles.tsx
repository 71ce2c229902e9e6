import type { MoneyJson } from '@countinghouse/core/platform/money';
import { invoiceFigures } from '@countinghouse/core/reports';
import { getTranslations } from 'next-intl/server';
import type { Company } from '../../../../server/session';
import { readerOf } from '../../../../server/reader';
import { Amount } from '../../../../ui/amount';
import classes from './invoice-tiles.module.css';

interface Tile {
  key: 'open' | 'overdue' | 'paid' | 'drafts';
  amounts: MoneyJson[];
  count?: number;
  href: string;
  alarming?: boolean;
}

/** What is open, overdue, paid this month and in drafts: each leads to the invoices that it is made of. */
export async function InvoiceTiles({ company }: { company: Company }) {
  const [t, figures] = await Promise.all([getTranslations('home.invoices'), invoiceFigures(company.ctx)]);
  const { open, overdue, paidThisMonth, drafts, today } = figures;
  const { numberFormat } = readerOf(company);
  const list = `/${company.tenant.slug}/invoices`;
  const tiles: Tile[] = [
    { key: 'open', ...open, href: `${list}?kind=invoice,deposit&paymentState=open,partly_paid` },
    { key: 'overdue', ...overdue, href: `${list}?overdue=true`, alarming: overdue.count > 0 },
    {
      key: 'paid',
      ...paidThisMonth,
      href: `/${company.tenant.slug}/payments?from=${today.slice(0, 8)}01&to=${today}`,
    },
    { key: 'drafts', ...drafts, href: `${list}?state=draft` },
  ];
  return (
    <section className={classes.tiles} aria-label={t('title')}>
      {tiles.map(({ key, amounts, count, href, alarming }) => (
        <a key={key} className={classes.tile} href={href} data-alarming={alarming || undefined}>
          <h2>{t(key)}</h2>
          {amounts.map(({ amount, currency }) => (
            <Amount key={currency} minor={amount} currency={currency} numberFormat={numberFormat} large />
          ))}
          {count !== undefined && <p>{t('count', { count })}</p>}
        </a>
      ))}
    </section>
  );
}
