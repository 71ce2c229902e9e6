import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { viewDocument } from '@countinghouse/core/documents';
import { getOffer } from '@countinghouse/core/offers';
import { may } from '@countinghouse/core/platform/permissions';
import { IconFileTypePdf, IconPencil } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { DocumentSheet } from '../../../../../ui/document-sheet/document-sheet';
import { PageHeader } from '../../../../../ui/page-header';
import classes from '../../_components/detail.module.css';
import { KeepFresh } from '../../documents/_components/keep-fresh';
import { SendButton } from '../../documents/_components/send-button';
import { SharingBox } from '../../documents/_components/sharing-box';
import { OrderLines } from '../../orders/_components/order-lines';
import { PlainHistory } from '../../_components/plain-history';
import { OfferAnswer, OfferFacts } from '../_components/offer-facts';
import { NextStep, OtherMoves } from '../_components/offer-moves';
import { OfferStateLabel } from '../_components/offer-state';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  const [t, offer] = await Promise.all([getTranslations('offers'), orNotFound(getOffer(ctx, id))]);
  return { title: offer.number ?? t('draftTitle') };
}

/** Of an offer nothing is delivered, invoiced or credited. */
const nothingYet = { fulfilledQuantity: '0', invoicedQuantity: '0', creditedQuantity: '0' };

export default async function OfferPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const offer = await orNotFound(getOffer(ctx, id));
  const { documentId } = offer;
  const [t, history, document] = await Promise.all([
    getTranslations('offers'),
    historyOf(ctx, 'offer', id),
    documentId ? viewDocument(ctx, documentId) : null,
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'offers:write');
  const { state, version, orderId } = offer;
  const moved = { id, state, version, orderId, revised: offer.revisedBy !== null };
  return (
    <>
      <PageHeader
        title={offer.number ? t('title', { number: offer.number }) : t('draftTitle')}
        {...(offer.number && { shortTitle: offer.number })}
        labels={<OfferStateLabel state={state} />}
        actions={
          <ClientMessages areas={['offers', 'sharing']}>
            {writes && state === 'draft' && (
              <ButtonLink href={`/${tenant}/offers/${id}/edit`} icon={IconPencil}>
                {t('edit')}
              </ButtonLink>
            )}
            {document?.pdf.state === 'ready' && (
              <ButtonLink
                href={`/${tenant}/documents/${document.id}/pdf`}
                icon={IconFileTypePdf}
                look="quiet"
              >
                {t('facts.pdf')}
              </ButtonLink>
            )}
            {writes && <OtherMoves tenant={tenant} offer={moved} />}
          </ClientMessages>
        }
        primary={
          writes && (
            <ClientMessages areas={['offers', 'sharing']}>
              <NextStep tenant={tenant} offer={moved} />
              {documentId && state === 'sent' && (
                <SendButton tenant={tenant} documentId={documentId} look="primary" />
              )}
            </ClientMessages>
          )
        }
      />
      <div className={classes.columns}>
        {document ? (
          <DocumentSheet
            html={document.page.html}
            css={document.page.css}
            title={document.page.title}
            paper={document.page.paper}
          />
        ) : (
          <OrderLines
            order={{ ...offer, items: offer.items.map((item) => ({ ...item, ...nothingYet })) }}
            reader={reader}
          />
        )}
        <aside className={classes.side}>
          {document?.pdf.state === 'pending' && <KeepFresh />}
          <OfferFacts tenant={tenant} offer={offer} reader={reader} />
          <OfferAnswer offer={offer} reader={reader} />
          {documentId && <SharingBox company={company} documentId={documentId} permission="offers:write" />}
          <PlainHistory area="offers" lines={history} reader={reader} />
        </aside>
      </div>
    </>
  );
}
