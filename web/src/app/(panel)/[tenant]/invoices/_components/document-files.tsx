'use client';

import { eInvoiceFormats } from '@countinghouse/core/e-invoices/schemas';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { MenuButton } from '../../../../../ui/menu-button';

/** The document as files: printed, and as e-invoices. */
export function DocumentFiles({ tenant, documentId }: { tenant: string; documentId: string }) {
  const t = useTranslations('invoices.actions');
  const tFormats = useTranslations('e-invoices.formats');
  const base = `/${tenant}/documents/${documentId}`;
  return (
    <MenuButton label="PDF" icon={IconDownload}>
      <a href={`${base}/pdf`}>{t('pdf')}</a>
      {eInvoiceFormats.map((format) => (
        <a key={format} href={`${base}/${format}`}>
          {tFormats(format)}
        </a>
      ))}
    </MenuButton>
  );
}
