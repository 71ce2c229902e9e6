import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, PDFRef } from '@cantoo/pdf-lib';
import { srgbProfile } from './icc';
import { PRODUCER, xmpPacket, type EmbeddedInvoice, type PdfFacts } from './xmp';

const profile = deflateSync(srgbProfile());

const stream = (document: PDFDocument, entries: Record<string, unknown>, bytes: Uint8Array): PDFRef => {
  const dict = document.context.obj({ ...entries, Length: bytes.length } as Parameters<
    typeof document.context.obj
  >[0]);
  return document.context.register(PDFRawStream.of(dict as never, bytes));
};

function describe(document: PDFDocument, { title, author, at }: PdfFacts): void {
  const { context } = document;
  const moment = PDFString.fromDate(at);
  // The browser's own tells when it was printed.
  const { Info } = context.trailerInfo;
  if (Info instanceof PDFRef) context.delete(Info);
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      Author: PDFHexString.fromText(author),
      Creator: PDFString.of(PRODUCER),
      Producer: PDFString.of(PRODUCER),
      CreationDate: moment,
      ModDate: moment,
    }),
  );
}

/** Which red, green and blue are meant (ISO 19005-3, 6.2.3). */
function outputIntent(document: PDFDocument): PDFRef {
  const DestOutputProfile = stream(document, { N: 3, Filter: 'FlateDecode' }, profile);
  return document.context.register(
    document.context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB'),
      DestOutputProfile,
    }),
  );
}

/** The XML as an associated file of the document (ISO 19005-3, 6.8). */
function embed(document: PDFDocument, { name, xml }: EmbeddedInvoice, at: Date): void {
  const { context, catalog } = document;
  const content = Buffer.from(xml, 'utf8');
  const Params = { ModDate: PDFString.fromDate(at), Size: content.length };
  const entries = { Type: 'EmbeddedFile', Subtype: 'text/xml', Filter: 'FlateDecode', Params };
  const file = stream(document, entries, deflateSync(content));
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFString.of('Factur-X invoice'),
      AFRelationship: 'Alternative',
      EF: { F: file, UF: file },
    }),
  );
  catalog.set(PDFName.of('AF'), context.obj([specification]));
  catalog.set(
    PDFName.of('Names'),
    context.obj({ EmbeddedFiles: { Names: [PDFString.of(name), specification] } }),
  );
}

/**
 * Makes a PDF/A-3b (ISO 19005-3) of what the browser has printed: what it is, which colours it means, and the invoice
 * as XML in it. The same document becomes the same bytes.
 */
export async function archivePdf(
  document: PDFDocument,
  facts: PdfFacts,
  embedded: EmbeddedInvoice | undefined,
): Promise<Buffer> {
  const { context, catalog } = document;
  describe(document, facts);
  const packet = Buffer.from(xmpPacket(facts, embedded), 'utf8');
  catalog.set(PDFName.of('Metadata'), stream(document, { Type: 'Metadata', Subtype: 'XML' }, packet));
  catalog.set(PDFName.of('OutputIntents'), context.obj([outputIntent(document)]));
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.language));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  if (embedded) embed(document, embedded, facts.at);
  const id = PDFHexString.of(facts.id);
  context.trailerInfo.ID = context.obj([id, id]);
  return Buffer.from(await document.save({ useObjectStreams: true, updateFieldAppearances: false }));
}

/** Reads what the browser has printed. */
export const readPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false });

/** Takes some pages out of a file that holds many documents. */
export async function takePages(from: PDFDocument, first: number, count: number): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const pages = await document.copyPages(
    from,
    Array.from({ length: count }, (_, index) => first + index),
  );
  pages.forEach((page) => document.addPage(page));
  return document;
}
