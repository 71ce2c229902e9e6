import { may } from '@countinghouse/core/platform/permissions';
import { addDays, localDate } from '@countinghouse/core/platform/time';
import { getRecurringInvoice } from '@countinghouse/core/recurring-invoices';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { lineRules } from '../../../_components/lines/line-rules';
import { seriesDraft } from '../../_components/series-draft';
import { SeriesForm } from '../../_components/series-form';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export default async function EditSeriesPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  if (!may(ctx.actor, 'invoices:write')) notFound();
  const series = await orNotFound(getRecurringInvoice(ctx, id));
  if (series.state === 'ended') redirect(`/${tenant}/recurring/${id}`);
  const { pricesIncludeTax = company.tenant.pricesIncludeTax } = series.template ?? {};
  const counted = { pricesIncludeTax, taxRounding: company.tenant.taxRounding };
  const [t, rules] = await Promise.all([getTranslations('recurring'), lineRules(company, counted)]);
  const { lastDate, rule } = series;
  return (
    <>
      <PageHeader title={t('editTitle', { name: series.name })} />
      <ClientMessages areas={['recurring', 'lines']}>
        <SeriesForm
          tenant={tenant}
          initial={seriesDraft(series, rules, company.tenant.currency)}
          rules={rules}
          today={localDate(ctx.clock(), company.tenant.timeZone)}
          orderNumber={series.templateOrder?.number}
          edited={{
            id,
            version: series.version,
            progress: { from: lastDate ? addDays(lastDate, 1) : rule.start, made: series.made },
            template: series.template,
          }}
          cancelHref={`/${tenant}/recurring/${id}`}
          draftKey={`${id}/${series.version}`}
        />
      </ClientMessages>
    </>
  );
}
