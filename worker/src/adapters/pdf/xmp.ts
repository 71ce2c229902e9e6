/** What a PDF says about itself. */
export interface PdfFacts {
  title: string;
  author: string;
  language: string;
  /** The moment of issuing: both creation and modification, so that the same document is the same file. */
  at: Date;
  /** Hexadecimal; names this document among all. */
  id: string;
}

/** An invoice as XML within the PDF, as Factur-X 1.0 and ZUGFeRD 2 want it. */
export interface EmbeddedInvoice {
  name: 'factur-x.xml';
  level: 'EN 16931';
  xml: string;
}

export const PRODUCER = 'Countinghouse';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string =>
  text.replace(/[&<>]/g, (character) => entities[character] ?? character);

const seconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const facturX = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';

const properties: readonly [name: string, meaning: string][] = [
  ['DocumentFileName', 'The name of the embedded XML document'],
  ['DocumentType', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER'],
  ['Version', 'The actual version of the standard applying to the embedded XML document'],
  ['ConformanceLevel', 'The conformance level of the embedded XML document'],
];

const property = ([name, meaning]: (typeof properties)[number]): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
  `<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>` +
  `<pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`;

/** PDF/A knows only schemas that the file itself describes (ISO 19005-3, 6.6.2.3.3). */
const extension = (): string =>
  `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
  ` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
  `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
  `<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>` +
  `<pdfaSchema:namespaceURI>${facturX}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>` +
  `<pdfaSchema:property><rdf:Seq>${properties.map(property).join('')}</rdf:Seq></pdfaSchema:property>` +
  `</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

const invoice = ({ name, level }: EmbeddedInvoice): string =>
  `<rdf:Description rdf:about="" xmlns:fx="${facturX}"><fx:DocumentType>INVOICE</fx:DocumentType>` +
  `<fx:DocumentFileName>${name}</fx:DocumentFileName><fx:Version>1.0</fx:Version>` +
  `<fx:ConformanceLevel>${level}</fx:ConformanceLevel></rdf:Description>`;

/** The metadata of a PDF/A-3b (XMP; ISO 19005-3, 6.6.2), with those of Factur-X where an invoice is embedded. */
export function xmpPacket(
  { title, author, language, at }: PdfFacts,
  embedded: EmbeddedInvoice | undefined,
): string {
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
  return [
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">`,
    `<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    `<dc:format>application/pdf</dc:format><dc:title>${alternative(title)}</dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">`,
    `<xmp:CreateDate>${seconds(at)}</xmp:CreateDate><xmp:ModifyDate>${seconds(at)}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool><pdf:Producer>${PRODUCER}</pdf:Producer></rdf:Description>`,
    ...(embedded ? [invoice(embedded), extension()] : []),
    `</rdf:RDF></x:xmpmeta>`,
    `<?xpacket end="r"?>`,
  ].join('\n');
}
