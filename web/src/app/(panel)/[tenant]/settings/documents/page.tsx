import { getCompanyProfile, previewDocument, standardTexts } from '@countinghouse/core/company';
import { documentLogo } from '@countinghouse/core/documents';
import { currencies } from '@countinghouse/core/platform/money';
import { may } from '@countinghouse/core/platform/permissions';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { DocumentSettings } from './_components/document-settings';

export const generateMetadata = sectionMetadata('documents');

export default async function DocumentsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { language } = company.tenant;
  const profile = await orNotFound(getCompanyProfile(company.ctx));
  const [preview, logo] = await Promise.all([
    orNotFound(previewDocument(company.ctx, { kind: 'invoice', language })),
    documentLogo(profile),
  ]);
  return (
    <SettingsPage company={company} current="documents">
      <DocumentSettings
        tenant={tenant}
        profile={profile}
        standard={standardTexts}
        language={language}
        currency={company.tenant.currency}
        currencies={[...currencies]}
        numberFormat={readerOf(company).numberFormat}
        logo={logo}
        preview={preview}
        mayChange={may(company.ctx.actor, 'settings:write')}
      />
    </SettingsPage>
  );
}
