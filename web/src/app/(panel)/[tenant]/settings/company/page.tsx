import { countries } from '@countinghouse/core/platform/fields';
import { currencies } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { getTenant } from '@countinghouse/core/tenants';
import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { timeZones } from '../_components/time-zones';
import { sectionMetadata } from '../settings-metadata';
import { CompanyForm } from './_components/company-form';

export const generateMetadata = sectionMetadata('company');

export default async function CompanySettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const company = await requireCompany(slug);
  const tenant = await getTenant(company.ctx);
  const { language } = company.session.user;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const byName = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <SettingsPage company={company} current="company">
      <CompanyForm
        slug={slug}
        tenant={tenant}
        countries={byName}
        currencies={[...currencies].sort()}
        timeZones={timeZones(tenant.timeZone)}
        mayChange={may(company.ctx.actor, 'settings:write')}
      />
    </SettingsPage>
  );
}
