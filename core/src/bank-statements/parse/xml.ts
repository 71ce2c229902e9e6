import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { damaged } from './statement';

/** An element: children by name (always a list), attributes under `@`, text under `#text`. */
export type XmlNode = { readonly [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities of a document are refused; the five of XML and numeric ones are read below.
  processEntities: false,
  maxNestedTags: 60,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
  alwaysCreateTextNode: true,
});

/** @throws BankFileError for anything that is no XML, and for a document type or entities of its own */
export function parseXml(text: string): XmlNode {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw damaged('a document type or entities are not accepted');
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw damaged(`line ${valid.err.line}: ${valid.err.msg}`);
  try {
    return parser.parse(text) as XmlNode;
  } catch (error) {
    throw damaged(error instanceof Error ? error.message.slice(0, 200) : 'no XML');
  }
}

const isNode = (value: unknown): value is XmlNode => typeof value === 'object' && value !== null;

/** The children of a name. */
export function all(node: XmlNode | undefined, name: string): XmlNode[] {
  const found = node?.[name];
  return Array.isArray(found) ? found.filter(isNode) : [];
}

/** The first node along a path of names. */
export function at(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let here = node;
  for (const name of path) here = all(here, name)[0];
  return here;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, body: string): string {
  const code = /^#x[0-9a-f]+$/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1));
  if (!body.startsWith('#')) return named[body] ?? whole;
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

const unescaped = (text: string) => text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, entity);

/** The text at a path; undefined where there is none. */
export function textAt(node: XmlNode | undefined, ...path: string[]): string | undefined {
  const text = at(node, ...path)?.['#text'];
  const plain = typeof text === 'string' ? unescaped(text).trim() : '';
  return plain === '' ? undefined : plain;
}

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : undefined;
}
