import { getCompanyProfile, missingForInvoices } from '@countinghouse/core/company';
import { countries } from '@countinghouse/core/platform/fields';
import { currencies } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { getTenant } from '@countinghouse/core/tenants';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { timeZones } from '../_components/time-zones';
import { sectionMetadata } from '../settings-metadata';
import classes from '../_components/settings.module.css';
import { CompanyForm } from './_components/company-form';
import { IdentityForm } from './_components/identity-form';

export const generateMetadata = sectionMetadata('company');

export default async function CompanySettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const company = await requireCompany(slug);
  const [tenant, profile, t] = await Promise.all([
    getTenant(company.ctx),
    orNotFound(getCompanyProfile(company.ctx)),
    getTranslations('settings.identity'),
  ]);
  const missing = missingForInvoices(profile);
  const mayChange = may(company.ctx.actor, 'settings:write');
  const { language } = company.session.user;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const byName = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <SettingsPage company={company} current="company">
      {missing.length > 0 && (
        <p className={classes.todo} role="status">
          {t('missing', {
            fields: missing.map((field) => t(`missingFields.${field.replace('.', '_')}` as never)).join(', '),
          })}
        </p>
      )}
      <IdentityForm slug={slug} profile={profile} countries={byName} mayChange={mayChange} />
      <CompanyForm
        slug={slug}
        tenant={tenant}
        countries={byName}
        currencies={[...currencies].sort()}
        timeZones={timeZones(tenant.timeZone)}
        mayChange={mayChange}
      />
    </SettingsPage>
  );
}
