import { titleOf, type PrintOrder } from '@countinghouse/core/documents';
import { checkEInvoice, eInvoiceXml } from '@countinghouse/core/e-invoices';
import type { EmbeddedInvoice, PdfFacts } from '../../adapters/pdf/xmp';

/** What the file says about itself; of the document alone, so that printing it twice gives the same bytes. */
export function factsOf({ id, number, createdAt, snapshot }: PrintOrder): PdfFacts {
  const title =
    'title' in snapshot
      ? snapshot.title
      : titleOf(snapshot.kind, snapshot.language, snapshot.deductions.length > 0);
  return {
    title: `${title} ${number}`,
    author: snapshot.seller.name,
    language: snapshot.language,
    at: createdAt,
    id: id.replaceAll('-', ''),
  };
}

/** The invoice as XML (EN 16931 in CII); nothing for what is no invoice, or would be no valid one. */
export function embeddedInvoice({ number, snapshot }: PrintOrder): EmbeddedInvoice | undefined {
  if (!('items' in snapshot) || snapshot.kind === 'offer') return undefined;
  if (checkEInvoice(snapshot).length > 0) return undefined;
  return { name: 'factur-x.xml', level: 'EN 16931', xml: eInvoiceXml('cii', number, snapshot) };
}
