import type { DocumentPage } from '@countinghouse/core/documents/schemas';
import { useTranslations } from 'next-intl';
import { DocumentSheet } from '../../../../../ui/document-sheet/document-sheet';
import classes from './invoice-page.module.css';

/** The document as it is printed; of a draft, as it would be. */
export function InvoiceSheet({ page }: { page: DocumentPage | null }) {
  const t = useTranslations('invoices.document');
  if (!page) return <p className={`${classes.missing} ${classes.quiet}`}>{t('noSheet')}</p>;
  const { html, css, title, paper } = page;
  return <DocumentSheet html={html} css={css} title={title} paper={paper} />;
}
