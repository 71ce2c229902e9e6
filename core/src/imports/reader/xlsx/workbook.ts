import type { ReaderLimits } from '../format';
import type { OpenFile } from '../open-file';
import { ImportFileError } from '../errors';
import { tooLarge } from '../bytes';
import { ownText } from '../own-text';
import { numberKind, unescapeCellText, type NumberKind } from './cell-text';
import { attribute, XmlScanner, type XmlHandler } from './xml';
import { corruptXlsx, zipDirectory, zipPart, type ZipEntry } from './zip';

export interface Workbook {
  /** Visible worksheets in the order of their tabs. */
  sheets: { name: string; part: ZipEntry }[];
  date1904: boolean;
  /** By the style number of a cell. */
  kinds: NumberKind[];
  sharedTexts: string[];
}

export interface PartReader {
  open: OpenFile;
  limits: ReaderLimits;
  signal?: AbortSignal | undefined;
}

/**
 * Everything that the cells of a workbook refer to. `texts` false leaves out the shared texts.
 * Throws `corrupt-xlsx`, `binary` (a ZIP file that is no workbook), `too-large`.
 */
export async function openWorkbook(reader: PartReader, texts = true): Promise<Workbook> {
  const entries = await zipDirectory(reader.open, reader.limits, reader.signal);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const main = byName.get('xl/workbook.xml');
  if (main === undefined) throw notAWorkbook(entries);
  const book = await readBook(reader, main);
  const relations = byName.get('xl/_rels/workbook.xml.rels');
  if (relations === undefined) throw corruptXlsx('the list of sheets is missing');
  const targets = await readRelations(reader, relations);
  const part = (type: string) => byName.get([...targets.values()].find((t) => t.type === type)?.path ?? '');
  const sheets = book.sheets.flatMap(({ name, id }) => {
    const target = targets.get(id);
    const sheet = target?.type === 'worksheet' ? byName.get(target.path) : undefined;
    return sheet === undefined ? [] : [{ name, part: sheet }];
  });
  if (sheets.length === 0) throw corruptXlsx('the workbook has no visible sheet');
  const styles = part('styles');
  const shared = texts ? part('sharedStrings') : undefined;
  return {
    sheets,
    date1904: book.date1904,
    kinds: styles === undefined ? [] : await readKinds(reader, styles),
    sharedTexts: shared === undefined ? [] : await readSharedTexts(reader, shared),
  };
}

/** Feeds one XML part to a handler. */
export async function scanPart(reader: PartReader, part: ZipEntry, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  for await (const text of partText(reader, part)) scanner.feed(text);
  scanner.end();
}

/** The characters of a part; workbooks are UTF-8, or UTF-16 with a byte order mark. */
export async function* partText(reader: PartReader, part: ZipEntry): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of zipPart(reader.open, part, reader.limits, reader.signal)) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decodePart(() => decoder?.decode(chunk, { stream: true }) ?? '');
  }
  yield decodePart(() => decoder?.decode() ?? '');
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decodePart(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw corruptXlsx('a part of the workbook is not text');
  }
}

async function readBook(reader: PartReader, part: ZipEntry) {
  const sheets: { name: string; id: string }[] = [];
  let date1904 = false;
  await scanPart(reader, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet' || /hidden/i.test(attribute(attributes, 'state') ?? '')) return;
      sheets.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '' });
    },
    text: () => {},
    close: () => {},
  });
  return { sheets, date1904 };
}

async function readRelations(reader: PartReader, part: ZipEntry) {
  const targets = new Map<string, { type: string; path: string }>();
  await scanPart(reader, part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      const type = /[^/]*$/.exec(attribute(attributes, 'Type') ?? '')?.[0] ?? '';
      targets.set(attribute(attributes, 'Id') ?? '', { type, path: path.toLowerCase() });
    },
    text: () => {},
    close: () => {},
  });
  return targets;
}

async function readKinds(reader: PartReader, part: ZipEntry): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCellFormats = false;
  await scanPart(reader, part, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) kinds.push(numberKind(id, codes.get(id)));
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return kinds;
}

async function readSharedTexts(reader: PartReader, part: ZipEntry): Promise<string[]> {
  const texts: string[] = [];
  let [text, inText, phonetic, total] = ['', false, false, 0];
  await scanPart(reader, part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text: (chars) => {
      if (inText) text += chars;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        total += text.length + 8;
        if (total > reader.limits.maxSharedChars) throw tooLarge('texts of the workbook', total);
        texts.push(ownText(unescapeCellText(text)));
      }
    },
  });
  return texts;
}

function notAWorkbook(entries: ZipEntry[]): ImportFileError {
  const names = entries.map((entry) => entry.name.toLowerCase());
  const spreadsheet = names.includes('xl/workbook.bin') || names.includes('content.xml');
  const hint = spreadsheet ? 'spreadsheet-other' : 'archive';
  return new ImportFileError('binary', { hint, detail: 'a ZIP file that is not an Excel workbook' });
}
