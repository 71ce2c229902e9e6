import type { Metadata } from 'next';
import { customerStatement } from '@countinghouse/core/payments';
import type { CustomerStatementDto } from '@countinghouse/core/payments/schemas';
import { may } from '@countinghouse/core/platform/permissions';
import { isDate, localDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { readerOf } from '../../../../../../server/reader';
import { requireCompany } from '../../../../../../server/session';
import { ReaderProvider } from '../../../../../../ui/form/reader-context';
import { PageHeader } from '../../../../../../ui/page-header';
import type { SearchParams } from '../../../../../../ui/table/types';
import classes from '../../../payments/_components/payments.module.css';
import { StatementPeriod } from '../../../payments/_components/statement-period';
import { StatementTable } from '../../../payments/_components/statement-table';
import { WriteStatement } from '../../../payments/_components/write-statement';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('payments.statement');
  return { title: t('title') };
}

/** The period of the address; this year up to today where it names none. */
function periodOf(search: SearchParams, today: string) {
  const date = (value: unknown, standard: string) =>
    typeof value === 'string' && isDate(value) ? value : standard;
  const to = date(search['to'], today);
  const from = date(search['from'], `${to.slice(0, 4)}-01-01`);
  const { currency } = search;
  return {
    from: from <= to ? from : to,
    to,
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
  };
}

async function Currencies({ statement }: { statement: CustomerStatementDto }) {
  const t = await getTranslations('payments.statement');
  if (statement.currencies.length === 0) return null;
  return (
    <p>
      {t('otherCurrencies')}{' '}
      {statement.currencies.map((each) => (
        <Link key={each} href={`?from=${statement.from}&to=${statement.to}&currency=${each}`}>
          {each}
        </Link>
      ))}
    </p>
  );
}

export default async function StatementPage({ params, searchParams }: PageProps) {
  const [{ tenant, id }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const period = periodOf(search, localDate(ctx.clock(), company.tenant.timeZone));
  const statement = await orNotFound(customerStatement(ctx, id, period));
  const reader = readerOf(company);
  return (
    <ReaderProvider reader={reader}>
      <PageHeader title={statement.customer.name} />
      <ClientMessages areas={['payments', 'errors.codes.invalid']}>
        <StatementPeriod from={period.from} to={period.to} currency={statement.currency} />
        <div className={classes.stack}>
          <Currencies statement={statement} />
          <StatementTable tenant={tenant} statement={statement} reader={reader} />
          {may(ctx.actor, 'payments:write') && (
            <WriteStatement
              tenant={tenant}
              customerId={id}
              period={{ ...period, currency: statement.currency }}
            />
          )}
        </div>
      </ClientMessages>
    </ReaderProvider>
  );
}
