import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { documentLogo, documentPage, viewDocument } from '@countinghouse/core/documents';
import { getInvoice, previewInvoice } from '@countinghouse/core/invoices';
import type { InvoiceDto } from '@countinghouse/core/invoices/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { isAppError } from '@countinghouse/core/platform/errors';
import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { listReminderLetters } from '@countinghouse/core/reminders';
import { listSendings } from '@countinghouse/core/sharing';
import { getTranslations } from 'next-intl/server';
import { ClientMessages, type MessagePart } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ReaderProvider } from '../../../../../ui/form/reader-context';
import { PageHeader } from '../../../../../ui/page-header';
import type { SearchParams } from '../../../../../ui/table/types';
import { SharingBox } from '../../documents/_components/sharing-box';
import { DocumentFacts } from '../_components/document-facts';
import { InvoiceActions, NextInvoiceStep } from '../_components/invoice-actions';
import { InvoiceFacts, RelatedRecords } from '../_components/invoice-facts';
import { InvoiceHistory } from '../_components/invoice-history';
import { InvoiceLabels } from '../_components/invoice-labels';
import { OpenAmount } from '../_components/invoice-money';
import classes from '../_components/invoice-page.module.css';
import { InvoiceSettled } from '../_components/invoice-settled';
import { InvoiceSheet } from '../_components/invoice-sheet';
import { RefreshWhile } from '../_components/refresh-while';
import { loadSettling } from '../_components/settle/load-settling';
import { SettleCredit } from '../_components/settle/settle-credit';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
  searchParams: Promise<SearchParams>;
}

async function titlesOf({ kind, number }: Pick<InvoiceDto, 'kind' | 'number'>) {
  const t = await getTranslations('invoices');
  const title = number ? t(`titles.${kind}`, { number }) : t(`draftTitles.${kind}`);
  return { title, shortTitle: number ?? title };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await titlesOf(await orNotFound(getInvoice(ctx, id)))).title };
}

/** The frozen document, or the sheet that would be frozen; nothing while that cannot be told yet. */
async function sheetOf(ctx: Ctx, { id, state, documentId }: InvoiceDto) {
  if (documentId) {
    const document = await viewDocument(ctx, documentId);
    return { document, page: document.page };
  }
  if (state !== 'draft') return { document: null, page: null };
  try {
    const { snapshot } = await previewInvoice(ctx, id);
    const logo = await documentLogo(snapshot.brand);
    return { document: null, page: documentPage(null, snapshot, { logo }) };
  } catch (error) {
    if (isAppError(error)) return { document: null, page: null };
    throw error;
  }
}

/** The texts of what can be done with it. */
const textsOf = ({ kind, state }: InvoiceDto): MessagePart[] => [
  ...(['actions', 'credit', 'kinds', 'money', 'notes', 'settle', 'void'] as const).map(
    (part) => `invoices.${part}` as const,
  ),
  ...(['lines', 'payments.open', 'sharing', 'e-invoices.formats'] as const),
  ...(state === 'draft' ? (['invoices.issue', 'e-invoices'] as const) : []),
  ...(kind === 'credit_note'
    ? (['payments.fields', 'payments.form', 'payments.methods', 'errors.codes.invalid'] as const)
    : []),
];

/** What the box of what settles it is told. */
const settledOf = ({ kind, state, allocations }: InvoiceDto) => ({ kind, state, allocations });

export default async function InvoicePage({ params, searchParams }: PageProps) {
  const [{ tenant, id }, search] = await Promise.all([params, searchParams]);
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const invoice = await orNotFound(getInvoice(ctx, id));
  const [titles, { document, page }, history, sendings, reminders, settling] = await Promise.all([
    titlesOf(invoice),
    sheetOf(ctx, invoice),
    historyOf(ctx, 'invoice', id),
    invoice.documentId ? listSendings(ctx, invoice.documentId) : [],
    invoice.documentId ? listReminderLetters(ctx, { invoiceId: id }).then(({ rows }) => rows) : [],
    loadSettling(company, invoice),
  ]);
  const reader = readerOf(company);
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  const actions = {
    tenant,
    invoice,
    document,
    reader,
    writes: may(ctx.actor, 'invoices:write'),
    takesPayments: may(ctx.actor, 'payments:write'),
    settling,
  };
  return (
    <ClientMessages areas={textsOf(invoice)}>
      <ReaderProvider reader={reader}>
        <PageHeader
          {...titles}
          labels={<InvoiceLabels invoice={invoice} full />}
          actions={<InvoiceActions {...actions} />}
          primary={<NextInvoiceStep {...actions} issueAtFirst={search['issue'] === '1'} />}
        />
        <RefreshWhile pending={document?.pdf.state === 'pending'} />
        <div className={classes.columns}>
          <div className={classes.sheet}>
            <InvoiceSheet page={page} />
          </div>
          <aside className={classes.aside}>
            <div className={classes.side}>
              <OpenAmount invoice={invoice} today={today} reader={reader}>
                {settling && invoice.kind === 'credit_note' && (
                  <SettleCredit tenant={tenant} settling={settling} />
                )}
              </OpenAmount>
              <InvoiceSettled tenant={tenant} invoice={settledOf(invoice)} mayWrite={actions.takesPayments} />
              <InvoiceFacts tenant={tenant} invoice={invoice} reader={reader} />
              <RelatedRecords tenant={tenant} invoice={invoice} reader={reader} />
              {document && <DocumentFacts document={document} />}
              <InvoiceHistory
                tenant={tenant}
                invoice={invoice}
                sendings={sendings}
                reminders={reminders}
                lines={history}
                reader={reader}
              />
            </div>
            {document && (
              <SharingBox company={company} documentId={document.id} permission="invoices:write" />
            )}
          </aside>
        </div>
      </ReaderProvider>
    </ClientMessages>
  );
}
