import type { Metadata } from 'next';
import { getImport } from '@countinghouse/core/imports';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { ImportStateLabel } from '../_components/import-state';
import { ImportStep } from '../_components/import-step';
import { Steps } from '../_components/steps';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await orNotFound(getImport(ctx, id))).file.name };
}

export default async function ImportPage({ params, searchParams }: PageProps) {
  const [{ tenant, id }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const [t, record] = await Promise.all([getTranslations('imports'), orNotFound(getImport(company.ctx, id))]);
  const changing = record.state === 'planned' && search['change'] !== undefined;
  return (
    <>
      <PageHeader
        title={record.file.name}
        labels={<ImportStateLabel state={record.state} />}
        actions={<ButtonLink href={`/${tenant}/imports`}>{t('title')}</ButtonLink>}
      />
      <Steps state={changing ? 'mapping' : record.state} />
      <ClientMessages areas={['imports']}>
        <ImportStep company={company} record={record} changing={changing} />
      </ClientMessages>
    </>
  );
}
