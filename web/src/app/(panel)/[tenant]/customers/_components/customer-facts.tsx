import type { Address, CustomerDto } from '@countinghouse/core/customers/schemas';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { showTime, type Reader } from '../../../../../ui/reader';
import { nameOf } from '../../_components/choices';
import classes from '../../_components/detail.module.css';
import { Facts } from '../../_components/facts';

interface CustomerFactsProps {
  customer: CustomerDto;
  reader: Reader;
}

const links = (scheme: 'mailto' | 'tel', texts: readonly string[]) => (
  <ul className={classes.plain}>
    {texts.map((text) => (
      <li key={text}>
        <a href={`${scheme}:${scheme === 'tel' ? text.replace(/[^\d+]/g, '') : text}`}>{text}</a>
      </li>
    ))}
  </ul>
);

/** Who the customer is, how to reach it, on which terms it buys. What is empty is left out. */
export function CustomerFacts({ customer, reader }: CustomerFactsProps) {
  const t = useTranslations('customers');
  const { emails, phones, language, paymentTermsDays } = customer;
  const facts: [string, ReactNode][] = [
    [t('fields.kind'), t(`kinds.${customer.kind}`)],
    [t('fields.externalNumber'), customer.externalNumber],
    [t('fields.taxId'), customer.taxId],
    [t('fields.emails'), emails.length > 0 && links('mailto', emails)],
    [t('fields.phones'), phones.length > 0 && links('tel', phones)],
    [t('fields.language'), language && nameOf('language', language, reader.language)],
    [t('fields.currency'), customer.currency],
    [t('fields.paymentTermsDays'), paymentTermsDays !== null && t('days', { count: paymentTermsDays })],
    [t('fields.tags'), customer.tags.join(', ')],
    [t('fields.createdAt'), showTime(customer.createdAt, reader)],
  ];
  return (
    <section className={classes.box}>
      <h2>{t('form.who')}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function AddressLines({ title, address, language }: { title: string; address: Address; language: string }) {
  const { line1, line2, postalCode, city, region, country } = address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  const lines = [line1, line2, town, region, country && nameOf('region', country, language)].filter(Boolean);
  return (
    <div>
      <h3>{title}</h3>
      <address>
        {lines.map((line, index) => (
          <div key={index}>{line}</div>
        ))}
      </address>
    </div>
  );
}

/** The billing address and where goods go. */
export function CustomerAddresses({ customer, reader }: CustomerFactsProps) {
  const t = useTranslations('customers');
  const { billingAddress, deliveryAddresses } = customer;
  if (!billingAddress && deliveryAddresses.length === 0) return null;
  return (
    <section className={classes.box}>
      <h2>{t('addresses')}</h2>
      <div className={classes.addresses}>
        {billingAddress && (
          <AddressLines
            title={t('fields.billingAddress')}
            address={billingAddress}
            language={reader.language}
          />
        )}
        {deliveryAddresses.map((address, index) => (
          <AddressLines
            key={index}
            title={t('form.delivery', { number: index + 1 })}
            address={address}
            language={reader.language}
          />
        ))}
      </div>
    </section>
  );
}
