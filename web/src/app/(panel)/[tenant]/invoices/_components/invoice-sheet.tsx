import type { DocumentSnapshot } from '@countinghouse/core/documents/schemas';
import { useTranslations } from 'next-intl';
import classes from './invoice-page.module.css';

interface InvoiceSheetProps {
  sheet: { number: string | null; snapshot: DocumentSnapshot } | null;
}

/** The document as it is printed; of a draft, as it would be. */
export function InvoiceSheet({ sheet }: InvoiceSheetProps) {
  const t = useTranslations('invoices.document');
  if (!sheet) return <p className={`${classes.missing} ${classes.quiet}`}>{t('noSheet')}</p>;
  return null;
}
