import { listNumberSeries } from '@countinghouse/core/number-series';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { SeriesForm } from './_components/series-form';

export const generateMetadata = sectionMetadata('numbers');

export default async function NumberSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const [t, all] = await Promise.all([
    getTranslations('settings.numbers'),
    orNotFound(listNumberSeries(ctx)),
  ]);
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  return (
    <SettingsPage company={company} current="numbers">
      <p className={classes.hint}>
        {t('text', { zeros: '{00000}', year: '{yyyy}', shortYear: '{yy}', month: '{mm}' })}
      </p>
      {all.map((series) => (
        <SeriesForm
          key={series.kind}
          tenant={tenant}
          series={series}
          today={today}
          mayChange={may(ctx.actor, 'settings:write')}
        />
      ))}
    </SettingsPage>
  );
}
