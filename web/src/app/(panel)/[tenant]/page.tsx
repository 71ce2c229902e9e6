import type { Metadata } from 'next';
import { companyProfile, missingForInvoices } from '@countinghouse/core/company';
import { listOrders, orderFigures, type PeriodFigures } from '@countinghouse/core/orders';
import type { Ctx } from '@countinghouse/core/platform/context';
import { may } from '@countinghouse/core/platform/permissions';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../server/or-not-found';
import { readerOf } from '../../../server/reader';
import { requireCompany } from '../../../server/session';
import { Amount } from '../../../ui/amount';
import { ButtonLink } from '../../../ui/button';
import { PageHeader } from '../../../ui/page-header';
import { showTime, type Reader } from '../../../ui/reader';
import classes from './home.module.css';
import { InvoiceTiles } from './_components/invoice-tiles';
import { OrderStatusLabel } from './orders/_components/order-status';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

async function Figures({
  title,
  figures,
  reader,
}: {
  title: string;
  figures: PeriodFigures;
  reader: Reader;
}) {
  const t = await getTranslations('home');
  return (
    <section className={classes.figures}>
      <h2>{title}</h2>
      {figures.revenue.map((money) => (
        <Amount
          key={money.currency}
          minor={money.amount}
          currency={money.currency}
          numberFormat={reader.numberFormat}
          large
        />
      ))}
      <p>{t('counts', { orders: figures.orders, returns: figures.returns })}</p>
    </section>
  );
}

interface FirstStepsProps {
  tenant: string;
  ctx: Ctx;
}

async function FirstSteps({ tenant, ctx }: FirstStepsProps) {
  const writes = may(ctx.actor, 'orders:write');
  const [t, profile] = await Promise.all([getTranslations('home'), companyProfile(ctx)]);
  const incomplete = may(ctx.actor, 'settings:write') && missingForInvoices(profile).length > 0;
  if (!writes) return <p>{t('nothingYet')}</p>;
  const steps = [
    ...(incomplete ? [{ href: `/${tenant}/settings/company`, text: t('steps.company') }] : []),
    { href: `/${tenant}/orders/new`, text: t('steps.order') },
    { href: `/${tenant}/imports/new`, text: t('steps.import') },
    { href: `/${tenant}/products/new`, text: t('steps.product') },
    { href: `/${tenant}/settings`, text: t('steps.settings') },
  ];
  return (
    <section className={classes.box}>
      <h2>{t('steps.title')}</h2>
      <div className={classes.steps}>
        {steps.map(({ href, text }) => (
          <ButtonLink key={href} href={href}>
            {text}
          </ButtonLink>
        ))}
      </div>
    </section>
  );
}

export default async function HomePage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const reader = readerOf(company);
  const now = new Date();
  const [t, figures, newest] = await Promise.all([
    getTranslations('home'),
    orNotFound(orderFigures(ctx)),
    orNotFound(listOrders(ctx, { limit: 8 })),
  ]);
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.row}>
        <Figures title={t('today')} figures={figures.today} reader={reader} />
        <Figures title={t('month')} figures={figures.month} reader={reader} />
      </div>
      {may(ctx.actor, 'invoices:read') && <InvoiceTiles company={company} />}
      {newest.rows.length === 0 ? (
        <FirstSteps tenant={tenant} ctx={ctx} />
      ) : (
        <section className={classes.box}>
          <h2>{t('newest')}</h2>
          <ul className={classes.orders}>
            {newest.rows.map((order) => (
              <li key={order.id}>
                <a href={`/${tenant}/orders/${order.id}`}>{order.number}</a>
                <span className={classes.customer}>{order.customer?.name ?? t('walkIn')}</span>
                <time dateTime={order.placedAt}>{showTime(order.placedAt, reader, now)}</time>
                <span className={classes.status}>
                  <OrderStatusLabel status={order.status} kind={order.kind} />
                </span>
                <Amount
                  minor={order.total.amount}
                  currency={order.total.currency}
                  numberFormat={reader.numberFormat}
                />
              </li>
            ))}
          </ul>
          <a href={`/${tenant}/orders`}>{t('all')}</a>
        </section>
      )}
    </>
  );
}
