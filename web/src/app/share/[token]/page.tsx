import type { Metadata } from 'next';
import type { SharedDocument } from '@countinghouse/core/sharing';
import { IconDownload, IconFileCode } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '../../../ui/button';
import { DocumentSheet } from '../../../ui/document-sheet/document-sheet';
import { InvoiceBox, PaymentFacts } from './_components/invoice-box';
import { OfferBox } from './_components/offer-box';
import { StateLabel } from './_components/state-label';
import { writingOf } from './_components/writing';
import { noteVisit, sharedOrNotFound } from './shared';
import classes from './share.module.css';

interface PageProps {
  params: Promise<{ token: string }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { document } = await sharedOrNotFound((await params).token);
  const title = `${document.page.title} · ${document.snapshot.seller.name}`;
  return { title: { absolute: title }, robots: { index: false, follow: false, noarchive: true } };
}

/** Money is asked for with it, and has not all come. */
const asksForMoney = ({ invoice, document }: SharedDocument): boolean =>
  invoice
    ? invoice.state === 'issued' && invoice.kind !== 'credit_note' && BigInt(invoice.open.amount) > 0n
    : document.kind === 'reminder' || document.kind === 'statement';

async function Downloads({ token, shared }: { token: string; shared: SharedDocument }) {
  const { kind, pdf, snapshot } = shared.document;
  const t = await getTranslations({ locale: snapshot.language, namespace: 'share' });
  const isEInvoice = kind === 'invoice' || kind === 'deposit' || kind === 'credit_note';
  return (
    <div className={classes.downloads}>
      {pdf.state === 'ready' && (
        <ButtonLink href={`/share/${token}/pdf`} icon={IconDownload}>
          {t('pdf')}
        </ButtonLink>
      )}
      {isEInvoice && (
        <ButtonLink href={`/share/${token}/xml`} icon={IconFileCode} look="quiet">
          {t('xml')}
        </ButtonLink>
      )}
    </div>
  );
}

/** A document for who has its link: what it says, how it stands, how to pay or to answer. */
export default async function SharePage({ params }: PageProps) {
  const { token } = await params;
  const shared = await sharedOrNotFound(token);
  await noteVisit(token, shared);
  const { document, invoice, offer, timeZone } = shared;
  const { snapshot, page, number } = document;
  const { language, seller } = snapshot;
  const writing = writingOf(language, page.paper, timeZone);
  const t = await getTranslations({ locale: language, namespace: 'share' });
  return (
    <div className={classes.page} lang={language}>
      <header className={classes.head}>
        <p className={classes.seller}>{seller.name}</p>
        <div className={classes.title}>
          <h1>{page.title}</h1>
          <StateLabel shared={shared} language={language} />
        </div>
        <Downloads token={token} shared={shared} />
      </header>
      <main className={classes.columns}>
        <aside className={classes.side}>
          {invoice && (
            <section className={classes.box}>
              <h2>{t(invoice.kind === 'credit_note' ? 'invoice.creditTitle' : 'invoice.title')}</h2>
              <InvoiceBox invoice={invoice} language={language} writing={writing} />
            </section>
          )}
          {offer && (
            <section className={classes.box}>
              <h2>{t('offer.title')}</h2>
              <OfferBox token={token} offer={offer} language={language} writing={writing} />
            </section>
          )}
          {asksForMoney(shared) && (
            <PaymentFacts payment={snapshot.payment} number={number} language={language} />
          )}
          {(seller.email ?? seller.phone) && (
            <section className={classes.box}>
              <h2>{t('questions')}</h2>
              {seller.email && (
                <p>
                  <a href={`mailto:${encodeURIComponent(seller.email)}`}>{seller.email}</a>
                </p>
              )}
              {seller.phone && <p>{seller.phone}</p>}
            </section>
          )}
        </aside>
        <div className={classes.sheet}>
          <DocumentSheet html={page.html} css={page.css} title={page.title} paper={page.paper} />
        </div>
      </main>
    </div>
  );
}
