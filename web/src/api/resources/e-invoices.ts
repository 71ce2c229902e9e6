import { eInvoiceFile } from '@countinghouse/core/e-invoices';
import type { EInvoiceFormat } from '@countinghouse/core/e-invoices/schemas';
import { attachment } from '@countinghouse/core/platform/storage';
import type { Operation } from '../operation';

const download = (format: EInvoiceFormat, id: string, name: string, description: string): Operation => ({
  method: 'get',
  path: `/documents/{id}/${format}`,
  id,
  tag: 'Documents',
  summary: `Download a document as ${name}`,
  description:
    `${description} Made of the frozen document: the same bytes each time. A document that would be no valid ` +
    'e-invoice answers 409 and says what is missing.',
  scope: 'invoices:read',
  problems: ['conflict'],
  success: { status: 200, description: 'The XML, as an attachment.', contentType: 'application/xml' },
  run: async ({ ctx, id: documentId }) => {
    const { fileName, contentType, body } = await eInvoiceFile(ctx, documentId, format);
    return {
      status: 200,
      headers: { 'Content-Type': contentType, 'Content-Disposition': attachment(fileName) },
      raw: body,
    };
  },
});

export const eInvoiceOperations: readonly Operation[] = [
  download(
    'ubl',
    'downloadUbl',
    'UBL',
    'Peppol BIS Billing 3 where both sides can be reached by a VAT number and the buyer or an order is referred to, ' +
      'else EN 16931 in UBL.',
  ),
  download('cii', 'downloadCii', 'CII', 'Cross Industry Invoice, as inside Factur-X and ZUGFeRD.'),
  download(
    'xrechnung',
    'downloadXRechnung',
    'XRechnung',
    'XRechnung 3.0 in UBL, for public buyers in Germany.',
  ),
];
