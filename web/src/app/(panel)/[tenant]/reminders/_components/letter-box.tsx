'use client';

import { Checkbox } from '@mantine/core';
import { formatDate } from '@countinghouse/core/platform/time';
import type { ReminderProposalDto } from '@countinghouse/core/reminders/schemas';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Amount } from '../../../../../ui/amount';
import { ButtonLink } from '../../../../../ui/button';
import { useReader } from '../../../../../ui/form/reader-context';
import { StatusLabel } from '../../../../../ui/status-label';
import classes from './reminders.module.css';
import { chosenTotal } from './selected-letters';

interface LetterBoxProps {
  tenant: string;
  letter: ReminderProposalDto;
  chosen: ReadonlySet<string>;
  /** Absent for those who may only look. */
  choose?: ((ids: readonly string[], on: boolean) => void) | undefined;
  children?: ReactNode;
}

const previewQuery = ({ customer, currency, kind }: ReminderProposalDto) =>
  new URLSearchParams({ customer: customer.id, currency, kind }).toString();

function Invoices({ tenant, letter, chosen, choose }: LetterBoxProps) {
  const t = useTranslations('reminders');
  const reader = useReader();
  const days = (late: number) => (late > 0 ? t('late', { count: late }) : t('early', { count: -late }));
  return (
    <table className={classes.invoices}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('columns.invoice')}</th>
          <th scope="col">{t('columns.level')}</th>
          <th scope="col">{t('columns.due')}</th>
          <th scope="col">{t('columns.open')}</th>
        </tr>
      </thead>
      <tbody>
        {letter.invoices.map((invoice) => (
          <tr key={invoice.id}>
            <td>
              <span className={classes.name}>
                {choose && (
                  <Checkbox
                    size="xs"
                    aria-label={t('chooseInvoice', { number: invoice.number })}
                    checked={chosen.has(invoice.id)}
                    onChange={(event) => choose([invoice.id], event.currentTarget.checked)}
                  />
                )}
                <a href={`/${tenant}/invoices/${invoice.id}`}>{invoice.number}</a>
              </span>
            </td>
            <td className={classes.quiet}>{invoice.levelName}</td>
            <td>
              <span className={classes.whole}>{formatDate(invoice.dueDate, reader)}</span>{' '}
              <span className={classes.quiet}>{days(invoice.daysLate)}</span>
            </td>
            <td className={classes.end}>
              <Amount
                minor={invoice.open.amount}
                currency={letter.currency}
                numberFormat={reader.numberFormat}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One letter as it would go out: to whom, of which level, and which invoices it names. */
export function LetterBox(props: LetterBoxProps) {
  const { tenant, letter, chosen, choose } = props;
  const t = useTranslations('reminders');
  const { numberFormat } = useReader();
  const ids = letter.invoices.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  const { customer, currency, level, kind } = letter;
  return (
    <section className={classes.letter} aria-label={customer.name}>
      <header className={classes.head}>
        <span className={classes.name}>
          {choose && (
            <Checkbox
              aria-label={t('choose', { name: customer.name })}
              checked={count === ids.length}
              indeterminate={count > 0 && count < ids.length}
              onChange={(event) => choose(ids, event.currentTarget.checked)}
            />
          )}
          <a href={`/${tenant}/customers/${customer.id}`}>{customer.name}</a>
        </span>
        <StatusLabel tone={kind === 'note' ? 'info' : 'warn'}>{level.name}</StatusLabel>
        <span className={classes.quiet}>
          {letter.delivery === 'mail' ? t('by.mail', { email: letter.emails[0] ?? '' }) : t('by.print')}
        </span>
        <span className={classes.space} />
        <ButtonLink look="quiet" href={`/${tenant}/reminders/preview?${previewQuery(letter)}`}>
          {t('preview')}
        </ButtonLink>
        {props.children}
      </header>
      <Invoices {...props} />
      <dl className={classes.sum}>
        {letter.fee.amount !== '0' && (
          <>
            <dt>{t('fee')}</dt>
            <dd>
              <Amount minor={letter.fee.amount} currency={currency} numberFormat={numberFormat} />
            </dd>
          </>
        )}
        <dt>{t('total')}</dt>
        <dd className={classes.total}>
          <Amount
            minor={choose ? chosenTotal(letter, chosen) : letter.total.amount}
            currency={currency}
            numberFormat={numberFormat}
          />
        </dd>
      </dl>
    </section>
  );
}
