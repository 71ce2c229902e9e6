import type { Metadata } from 'next';
import { companyProfile, textsFor } from '@countinghouse/core/company';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { requireCompany } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import { emptyItem } from '../../_components/lines/draft';
import { lineRules } from '../../_components/lines/line-rules';
import type { OfferDraft } from '../_components/offer-draft';
import { OfferForm } from '../_components/offer-form';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('offers');
  return { title: t('new') };
}

export default async function NewOfferPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'offers:write')) notFound();
  const [t, rules, profile] = await Promise.all([
    getTranslations('offers'),
    lineRules(company),
    companyProfile(company.ctx),
  ]);
  const { language, currency } = company.tenant;
  const texts = textsFor(profile, language, 'offer');
  const initial: OfferDraft = {
    customerId: null,
    customerName: '',
    currency,
    language,
    validUntil: '',
    buyerReference: '',
    items: [emptyItem(rules)],
    adjustments: [],
    intro: texts.intro,
    outro: texts.outro,
    notes: '',
    tags: [],
  };
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['offers', 'lines']}>
        <OfferForm
          tenant={tenant}
          initial={initial}
          rules={rules}
          validDays={profile.offerValidDays}
          cancelHref={`/${tenant}/offers`}
        />
      </ClientMessages>
    </>
  );
}
