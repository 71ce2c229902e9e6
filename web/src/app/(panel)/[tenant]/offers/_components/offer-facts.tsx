import type { OfferDto, RelatedOffer } from '@countinghouse/core/offers/schemas';
import { formatDate } from '@countinghouse/core/platform/time';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Amount } from '../../../../../ui/amount';
import { showTime, type Reader } from '../../../../../ui/reader';
import classes from '../../_components/detail.module.css';
import side from '../../orders/_components/side.module.css';
import { languageOf } from './offer-draft';

interface OfferPartProps {
  tenant: string;
  offer: OfferDto;
  reader: Reader;
}

/** The total and the facts around it. */
export function OfferFacts({ tenant, offer, reader }: OfferPartProps) {
  const t = useTranslations('offers');
  const version = (other: RelatedOffer | null) =>
    other && <Link href={`/${tenant}/offers/${other.id}`}>{other.number ?? t('draft')}</Link>;
  const { customer, order } = offer;
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [
      t('columns.customer'),
      customer ? <Link href={`/${tenant}/customers/${customer.id}`}>{customer.name}</Link> : t('noCustomer'),
    ],
    [t('columns.issueDate'), offer.issueDate && formatDate(offer.issueDate, reader)],
    [t('columns.validUntil'), offer.validUntil && formatDate(offer.validUntil, reader)],
    [t('form.buyerReference'), offer.buyerReference],
    [t('facts.language'), t(`languages.${languageOf(offer.language)}`)],
    [t('facts.sentAt'), offer.sentAt && showTime(offer.sentAt, reader)],
    [t('facts.viewedAt'), offer.viewedAt && showTime(offer.viewedAt, reader)],
    [t('facts.revises'), version(offer.revises)],
    [t('facts.revisedBy'), version(offer.revisedBy)],
    [t('facts.order'), order && <Link href={`/${tenant}/orders/${order.id}`}>{order.number}</Link>],
    [t('columns.tags'), offer.tags.join(', ')],
  ];
  return (
    <section className={classes.box}>
      <h2>{t('columns.total')}</h2>
      <p className={classes.large}>
        <Amount
          minor={offer.total.amount}
          currency={offer.total.currency}
          numberFormat={reader.numberFormat}
          large
        />
      </p>
      <dl className={side.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </section>
  );
}

/** What the customer answered: who, when, and from where. */
export function OfferAnswer({ offer: { answer }, reader }: Omit<OfferPartProps, 'tenant'>) {
  const t = useTranslations('offers.answer');
  if (!answer) return null;
  const where = answer.via === 'page' ? t('viaPage') : t('viaCompany');
  const from = answer.via === 'page' && answer.ip ? t('from', { ip: answer.ip }) : null;
  return (
    <section className={classes.box}>
      <h2>{t('title')}</h2>
      <p>{t(answer.answer, { name: answer.name })}</p>
      <p className={classes.quiet}>{[showTime(answer.at, reader), where, from].filter(Boolean).join(', ')}</p>
      {answer.comment && <p className={classes.notes}>{answer.comment}</p>}
    </section>
  );
}
