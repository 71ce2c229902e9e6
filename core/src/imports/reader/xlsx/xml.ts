import { corruptXlsx } from './zip';

export interface XmlHandler {
  /** `name` without its namespace prefix; `attributes` as written, for `attribute()`. */
  open: (name: string, attributes: string) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}

const MAX_PENDING_CHARS = 1024 * 1024;
const MAX_DEPTH = 100;

/**
 * A scanner for the XML of workbooks. It knows the five built-in entities and numbers and nothing else: a document
 * type is refused, so that no entity can be declared, expanded or fetched. Throws `corrupt-xlsx`.
 */
export class XmlScanner {
  private rest = '';
  private readonly stack: string[] = [];
  private started = false;

  constructor(private readonly handler: XmlHandler) {}

  feed(text: string): void {
    const buffer = this.rest === '' ? text : this.rest + text;
    let pos = 0;
    for (;;) {
      const tag = buffer.indexOf('<', pos);
      if (tag === -1) break;
      if (tag > pos) this.characters(buffer.slice(pos, tag));
      pos = tag;
      const next = this.markup(buffer, tag);
      if (next === -1) break;
      pos = next;
    }
    this.rest = pos === 0 ? buffer : buffer.slice(pos);
    if (this.rest.length > MAX_PENDING_CHARS) throw corruptXlsx('an endless tag or text');
  }

  /** Call after the last text. */
  end(): void {
    if (this.rest.trim() !== '' || this.stack.length > 0 || !this.started) {
      throw corruptXlsx('a part of the workbook ends too early');
    }
  }

  /** Handles the markup at `at` and returns where it ends, or -1 when more text is needed. */
  private markup(buffer: string, at: number): number {
    const kind = buffer.charCodeAt(at + 1);
    if (kind === 0x3f) return after(buffer, '?>', at);
    if (kind === 0x21) return this.declaration(buffer, at);
    const end = tagEnd(buffer, at);
    if (end === -1) return -1;
    if (kind === 0x2f) this.closeTag(localName(buffer.slice(at + 2, end).trimEnd()));
    else this.openTag(buffer.slice(at + 1, end));
    return end + 1;
  }

  private declaration(buffer: string, at: number): number {
    if (buffer.startsWith('<!--', at)) return after(buffer, '-->', at + 4);
    if (buffer.startsWith('<![CDATA[', at)) {
      const end = buffer.indexOf(']]>', at);
      if (end !== -1 && this.stack.length > 0) this.handler.text(buffer.slice(at + 9, end));
      return end === -1 ? -1 : end + 3;
    }
    if (buffer.length - at < 9) return -1;
    throw corruptXlsx('document types are not allowed');
  }

  private openTag(tag: string): void {
    const empty = tag.endsWith('/');
    const content = empty ? tag.slice(0, -1) : tag;
    const space = content.search(/\s/);
    const name = localName(space === -1 ? content : content.slice(0, space));
    if (name === '' || this.stack.length >= MAX_DEPTH) throw corruptXlsx('a tag is damaged');
    if (this.stack.length === 0 && this.started) throw corruptXlsx('more than one root');
    this.started = true;
    this.handler.open(name, space === -1 ? '' : content.slice(space));
    if (empty) this.handler.close(name);
    else this.stack.push(name);
  }

  private closeTag(name: string): void {
    if (this.stack.pop() !== name) throw corruptXlsx('tags do not match');
    this.handler.close(name);
  }

  private characters(raw: string): void {
    if (this.stack.length > 0) this.handler.text(unescapeXml(raw));
    else if (raw.replace('\ufeff', '').trim() !== '') throw corruptXlsx('text outside of the tags');
  }
}

function after(buffer: string, mark: string, at: number): number {
  const end = buffer.indexOf(mark, at);
  return end === -1 ? -1 : end + mark.length;
}

/** Position of the `>` of a tag; attribute values may contain one. */
function tagEnd(buffer: string, at: number): number {
  let quote = 0;
  for (let pos = at + 1; pos < buffer.length; pos++) {
    const code = buffer.charCodeAt(pos);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return pos;
    else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3c) throw corruptXlsx('a tag is damaged');
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const ATTRIBUTES = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const UNUSUAL = /['\t\n\r:]|\s=|=\s/;

/** Value of an attribute, with or without a namespace prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  if (!UNUSUAL.test(attributes)) {
    // How every known writer puts it; this runs three times for every cell.
    const at = attributes.indexOf(` ${name}="`);
    if (at === -1) return undefined;
    const from = at + name.length + 3;
    const end = attributes.indexOf('"', from);
    return end === -1 ? undefined : unescapeXml(attributes.slice(from, end));
  }
  for (const match of attributes.matchAll(ATTRIBUTES)) {
    if (localName(match[1] ?? '') === name) return unescapeXml(match[2] ?? match[3] ?? '');
  }
  return undefined;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&]{0,12};?)/g, (_, body: string) => {
    const name = body.endsWith(';') ? body.slice(0, -1) : '';
    return ENTITIES[name] ?? numbered(name);
  });
}

function numbered(name: string): string {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  const code =
    digits === null ? 0 : parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16);
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800);
  if (!allowed && !(code >= 0xe000 && code <= 0x10ffff)) throw corruptXlsx('an unknown entity');
  return String.fromCodePoint(code);
}
