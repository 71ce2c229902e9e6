import { execFileSync } from 'node:child_process';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleSnapshot, type PrintOrder } from '@countinghouse/core/documents';
import { closePrinter, printer } from '../chromium';
import { printTogether } from '../../jobs/documents/draw';
import { factsOf } from '../../jobs/documents/facts';
import { archivePdf, readPdf, takePages } from './archive';

afterAll(closePrinter);

const order: PrintOrder = {
  id: '019a5b6c-7d8e-7f01-8234-56789abcdef0',
  number: 'INV-2026-00001',
  createdAt: new Date('2026-11-12T10:00:00Z'),
  snapshot: sampleSnapshot(),
};
const embedded = { name: 'factur-x.xml', level: 'EN 16931', xml: '<?xml version="1.0"?><a>Ä</a>' } as const;
const signal = new AbortController().signal;
const printed = (orders: PrintOrder[]) => printer().use((desk) => printTogether(desk, orders), signal);

const archivedBytes = async () =>
  archivePdf(await readPdf((await printed([order])).bytes), factsOf(order), embedded);
const archived = async () => PDFDocument.load(await archivedBytes(), { updateMetadata: false });

const name = PDFName.of;
const textOf = (value: unknown) =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : String(value);

describe('the file', () => {
  it('says that it is PDF/A-3b, and the same of itself in both places', async () => {
    const { context, catalog } = await archived();
    const metadata = catalog.lookup(name('Metadata')) as PDFRawStream;
    const xmp = Buffer.from(metadata.getContents()).toString('utf8');
    expect(metadata.dict.has(name('Filter'))).toBe(false);
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(xmp).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(xmp).toContain('<pdfaSchema:prefix>fx</pdfaSchema:prefix>');
    expect(xmp).toContain('<xmp:CreateDate>2026-11-12T10:00:00Z</xmp:CreateDate>');
    const info = context.lookup(context.trailerInfo.Info, PDFDict);
    expect(textOf(info.lookup(name('Title')))).toBe('Invoice INV-2026-00001');
    expect(textOf(info.lookup(name('CreationDate')))).toBe('D:20261112100000Z');
    expect(xmp).toContain('>Invoice INV-2026-00001</rdf:li>');
    const id = context.lookup(context.trailerInfo.ID, PDFArray);
    expect(id.lookup(0, PDFHexString).asString()).toBe(order.id.replaceAll('-', ''));
    expect(catalog.has(name('JavaScript')) || catalog.has(name('OpenAction'))).toBe(false);
  });

  it('says which colours it means', async () => {
    const { catalog } = await archived();
    const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(String(intent.get(name('S')))).toBe('/GTS_PDFA1');
    const profile = inflateSync((intent.lookup(name('DestOutputProfile')) as PDFRawStream).getContents());
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.subarray(12, 24).toString()).toBe('mntrRGB XYZ ');
    expect(profile.length).toBeLessThan(1_000);
  });

  it('holds the invoice as XML, as a file of the document', async () => {
    const { catalog } = await archived();
    const file = catalog.lookup(name('AF'), PDFArray).lookup(0, PDFDict);
    expect(String(file.get(name('AFRelationship')))).toBe('/Alternative');
    expect(textOf(file.lookup(name('UF')))).toBe('factur-x.xml');
    const content = file.lookup(name('EF'), PDFDict).lookup(name('F')) as PDFRawStream;
    expect(String(content.dict.get(name('Subtype')))).toBe('/text#2Fxml');
    expect(inflateSync(content.getContents()).toString('utf8')).toBe(embedded.xml);
    const names = catalog.lookup(name('Names'), PDFDict).lookup(name('EmbeddedFiles'), PDFDict);
    expect(textOf(names.lookup(name('Names'), PDFArray).lookup(0))).toBe('factur-x.xml');
  });

  it('brings every font that it uses', async () => {
    const { context } = await archived();
    const fonts = context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter(
        (object): object is PDFDict =>
          object instanceof PDFDict && String(object.get(name('Type'))) === '/Font',
      );
    const descriptors = fonts.flatMap((font) => {
      const descriptor = font.lookup(name('FontDescriptor'));
      return descriptor instanceof PDFDict ? [descriptor] : [];
    });
    expect(descriptors.length).toBeGreaterThanOrEqual(2);
    for (const descriptor of descriptors) {
      const file = ['FontFile', 'FontFile2', 'FontFile3'].some(
        (key) => descriptor.get(name(key)) instanceof PDFRef,
      );
      expect([String(descriptor.get(name('FontName'))), file]).toEqual([
        expect.stringContaining('+IBMPlexSans'),
        true,
      ]);
    }
  });

  it('is the same each time it is printed', async () => {
    const twice = [];
    for (let time = 0; time < 2; time += 1) {
      const { bytes } = await printed([order]);
      twice.push(await archivePdf(await readPdf(bytes), factsOf(order), embedded));
    }
    expect(twice[0]?.equals(twice[1] as Buffer)).toBe(true);
  });

  it('holds its own pages alone when it has been printed with others', async () => {
    const { bytes, pages } = await printed([order, order, order]);
    const whole = await readPdf(bytes);
    expect(pages).toEqual([1, 1, 1]);
    const part = await archivePdf(await takePages(whole, 1, 1), factsOf(order), undefined);
    expect((await PDFDocument.load(part)).getPageCount()).toBe(1);
    expect(part.length).toBeLessThan(bytes.length * 1.2);
  });
});

const verapdf = process.env['VERAPDF_JAR'];

// With the reference validator of the PDF Association, where somebody has it: VERAPDF_JAR names greenfield-apps.jar.
it.skipIf(!verapdf)('is valid PDF/A-3b', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'a.pdf');
  writeFileSync(file, await archivedBytes());
  const args = [
    '-cp',
    verapdf ?? '',
    'org.verapdf.apps.GreenfieldCliWrapper',
    '--flavour',
    '3b',
    '--format',
    'text',
    file,
  ];
  expect(execFileSync('java', args).toString()).toContain('PASS');
});
