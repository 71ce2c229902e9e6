import type { Metadata } from 'next';
import { config } from '@countinghouse/core/platform/config';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import { DropFile } from '../_components/drop-file';
import { Steps } from '../_components/steps';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports');
  return { title: t('new') };
}

export default async function NewImportPage({ params }: PageProps) {
  const { tenant } = await params;
  const { ctx } = await requireCompany(tenant);
  if (!may(ctx.actor, 'imports:write')) notFound();
  const t = await getTranslations('imports');
  return (
    <>
      <PageHeader
        title={t('new')}
        actions={<ButtonLink href={`/${tenant}/imports`}>{t('title')}</ButtonLink>}
      />
      <Steps state="uploading" />
      <ClientMessages areas={['imports']}>
        <DropFile tenant={tenant} maxBytes={config().IMPORT_MAX_BYTES} />
      </ClientMessages>
    </>
  );
}
