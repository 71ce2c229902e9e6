import type { Metadata } from 'next';
import { getPayment, listOpenDocuments } from '@countinghouse/core/payments';
import type { PaymentDetailDto } from '@countinghouse/core/payments/schemas';
import { formatAmount, formatMoney, formatNumber } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { formatDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { Amount } from '../../../../../ui/amount';
import { ReaderProvider } from '../../../../../ui/form/reader-context';
import { PageHeader } from '../../../../../ui/page-header';
import { showTime, type Reader } from '../../../../../ui/reader';
import detail from '../../_components/detail.module.css';
import { Facts } from '../../_components/facts';
import { AllocateRest } from '../_components/allocate-rest';
import { PaymentMoves } from '../_components/payment-moves';
import { PaymentStatus } from '../_components/payment-status';
import { Settled } from '../_components/settled';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  const payment = await orNotFound(getPayment(ctx, id));
  return { title: payment.customer?.name ?? payment.day };
}

/** What exchange rates have gained or lost (negative) with all that it settles. */
function differenceOf({ allocations }: PaymentDetailDto) {
  const minor = allocations.reduce((sum, each) => sum + BigInt(each.exchangeDifference.amount), 0n);
  const currency = allocations[0]?.exchangeDifference.currency;
  return currency && minor !== 0n ? { minor, currency } : null;
}

async function PaymentFacts({
  tenant,
  payment,
  reader,
}: {
  tenant: string;
  payment: PaymentDetailDto;
  reader: Reader;
}) {
  const t = await getTranslations('payments');
  const { customer, exchangeRate, credit, refundOfId, bankTransactionId } = payment;
  const rate =
    exchangeRate &&
    `1 ${payment.amount.currency} = ${formatNumber(exchangeRate.rate, reader.numberFormat)} ${exchangeRate.currency} (${exchangeRate.source}, ${formatDate(exchangeRate.date, reader)})`;
  const difference = differenceOf(payment);
  return (
    <section className={detail.box}>
      <p className={detail.large}>
        <Amount
          minor={`${payment.direction === 'out' ? '-' : ''}${payment.amount.amount}`}
          currency={payment.amount.currency}
          numberFormat={reader.numberFormat}
          large
        />
      </p>
      <Facts
        facts={[
          [
            t('fields.customer'),
            customer && <Link href={`/${tenant}/customers/${customer.id}`}>{customer.name}</Link>,
          ],
          [t('fields.day'), formatDate(payment.day, reader)],
          [t('fields.method'), t(`methods.${payment.method}`)],
          [t('fields.reference'), payment.reference],
          [
            t('fields.credit'),
            credit.amount !== '0' &&
              `${formatAmount(BigInt(credit.amount), credit.currency, reader.numberFormat)} ${credit.currency}`,
          ],
          [t('fields.exchangeRate'), rate],
          [t('fields.difference'), difference && formatMoney(difference.minor, difference.currency, reader)],
          [
            t('fields.refundOf'),
            refundOfId && <Link href={`/${tenant}/payments/${refundOfId}`}>{t('showSource')}</Link>,
          ],
          [t('fields.source'), bankTransactionId && t('fromBank')],
          [t('fields.notes'), payment.notes],
          [
            t('fields.voided'),
            payment.voidedAt && `${showTime(payment.voidedAt, reader)}: ${payment.voidReason}`,
          ],
          [t('fields.createdAt'), showTime(payment.createdAt, reader)],
        ]}
      />
    </section>
  );
}

export default async function PaymentPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const payment = await orNotFound(getPayment(ctx, id));
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'payments:write') && payment.state === 'booked';
  const open =
    writes && payment.credit.amount !== '0' && payment.direction === 'in'
      ? await listOpenDocuments(ctx, {
          currency: payment.amount.currency,
          kind: 'invoice',
          ...(payment.customer && { customerId: payment.customer.id }),
        })
      : [];
  const t = await getTranslations('payments');
  return (
    <ReaderProvider reader={reader}>
      <PageHeader
        title={payment.customer?.name ?? t('unknownPayer')}
        labels={<PaymentStatus payment={payment} />}
      />
      <ClientMessages areas={['payments', 'errors.codes.invalid']}>
        <div className={detail.columns}>
          <div className={detail.main}>
            <PaymentFacts tenant={tenant} payment={payment} reader={reader} />
            <Settled tenant={tenant} payment={payment} mayWrite={writes} />
            {open.length > 0 && <AllocateRest tenant={tenant} payment={payment} documents={open} />}
          </div>
          {writes && (
            <aside className={detail.side}>
              <PaymentMoves tenant={tenant} payment={payment} />
            </aside>
          )}
        </div>
      </ClientMessages>
    </ReaderProvider>
  );
}
