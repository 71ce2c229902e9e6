import { companyProfile } from '@countinghouse/core/company';
import { getOffer } from '@countinghouse/core/offers';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { lineRules } from '../../../_components/lines/line-rules';
import { draftOf } from '../../_components/offer-draft';
import { OfferForm } from '../../_components/offer-form';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export default async function EditOfferPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'offers:write')) notFound();
  const offer = await orNotFound(getOffer(company.ctx, id));
  if (offer.state !== 'draft') redirect(`/${tenant}/offers/${id}`);
  const [t, rules, { offerValidDays }] = await Promise.all([
    getTranslations('offers'),
    lineRules(company, offer),
    companyProfile(company.ctx),
  ]);
  return (
    <>
      <PageHeader title={t('editTitle')} />
      <ClientMessages areas={['offers', 'lines']}>
        <OfferForm
          tenant={tenant}
          initial={draftOf(offer, rules)}
          rules={rules}
          validDays={offerValidDays}
          edited={{ id: offer.id, version: offer.version }}
          cancelHref={`/${tenant}/offers/${id}`}
        />
      </ClientMessages>
    </>
  );
}
