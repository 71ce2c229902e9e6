import type { Metadata } from 'next';
import { documentLogo, documentPage } from '@countinghouse/core/documents';
import { previewReminder } from '@countinghouse/core/reminders';
import { IconArrowLeft } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { orNotFound } from '../../../../../server/or-not-found';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { DocumentSheet } from '../../../../../ui/document-sheet/document-sheet';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import classes from '../_components/reminders.module.css';

interface PageProps {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminders');
  return { title: t('preview') };
}

/** A letter as it would be printed now. */
export default async function PreviewPage({ params, searchParams }: PageProps) {
  const [{ tenant }, { customer, currency, kind }] = await Promise.all([params, searchParams]);
  const { ctx } = await requireCompany(tenant);
  if (typeof customer !== 'string' || typeof currency !== 'string') notFound();
  const key = { customerId: customer, currency, kind: kind === 'note' ? 'note' : 'late' } as const;
  const [t, snapshot] = await Promise.all([
    getTranslations('reminders'),
    orNotFound(previewReminder(ctx, key)),
  ]);
  const { html, css, title, paper } = documentPage('…', snapshot, {
    logo: await documentLogo(snapshot.brand),
  });
  return (
    <>
      <PageHeader
        title={t('previewOf', { name: snapshot.buyer.name })}
        actions={
          <ButtonLink icon={IconArrowLeft} href={`/${tenant}/reminders`}>
            {t('back')}
          </ButtonLink>
        }
      />
      <div className={classes.sheet}>
        <DocumentSheet html={html} css={css} title={title} paper={paper} />
      </div>
    </>
  );
}
