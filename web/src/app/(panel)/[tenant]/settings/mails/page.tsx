import { getCompanyProfile, standardMails } from '@countinghouse/core/company';
import { may } from '@countinghouse/core/platform/permissions';
import { formatMoney } from '@countinghouse/core/platform/money';
import { addDays, formatDate, languages, localDate, type Language } from '@countinghouse/core/platform/time';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { MailSettings, type SampleValues } from './_components/mail-settings';

export const generateMetadata = sectionMetadata('mails');

/** What stands in the place of placeholders in previews. */
function samples(
  today: string,
  days: number,
  currency: string,
  company: string,
): Record<Language, SampleValues> {
  const of = (language: Language): SampleValues => {
    const date = (day: string) => formatDate(day, { language, dateFormat: 'dmy', timeZone: 'UTC' });
    const numberFormat = language === 'en' ? 'comma-point' : 'space-comma';
    return {
      number: '2026-00418',
      date: date(today),
      dueDate: date(addDays(today, days)),
      days: String(days),
      total: formatMoney(53_571n, currency, { numberFormat }),
      company,
      customer: 'Hawthorn & Sons Ltd',
    };
  };
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<
    Language,
    SampleValues
  >;
}

export default async function MailsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const profile = await orNotFound(getCompanyProfile(ctx));
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  return (
    <SettingsPage company={company} current="mails">
      <MailSettings
        tenant={tenant}
        profile={profile}
        standard={standardMails}
        language={company.tenant.language}
        samples={samples(today, profile.paymentTermsDays, company.tenant.currency, profile.legalName)}
        mayChange={may(ctx.actor, 'settings:write')}
      />
    </SettingsPage>
  );
}
