import { create } from 'xmlbuilder2';

/** An element: its text, or its attributes (`@name`), text (`#`) and children in their order. */
export type XmlNode = string | XmlTree;
export interface XmlTree {
  [name: string | symbol]: XmlNode | XmlNode[] | null | undefined;
}

const kept = Symbol('kept');

/** An element that stays where it is empty. */
export const keep = (tree: XmlTree): XmlTree => ({ ...tree, [kept]: 'yes' });

/** No document may hold empty elements (PEPPOL-EN16931-R008): what has no text and no children is left out. */
function pruned(node: XmlNode): XmlNode | null {
  if (typeof node === 'string') return node === '' ? null : node;
  const full: XmlTree = {};
  let says = kept in node;
  for (const [name, value] of Object.entries(node)) {
    const children = (Array.isArray(value) ? value : [value])
      .map((child) => (child === null || child === undefined ? null : pruned(child)))
      .filter((child) => child !== null);
    if (children.length === 0) continue;
    full[name] = children.length === 1 ? children[0] : children;
    if (!name.startsWith('@')) says = true;
  }
  return says ? full : null;
}

/** The document as text, indented. Texts must hold nothing that XML cannot. */
export function writeXml(root: string, namespaces: Readonly<Record<string, string>>, tree: XmlTree): string {
  const attributes = Object.fromEntries(
    Object.entries(namespaces).map(([prefix, uri]) => [prefix ? `@xmlns:${prefix}` : '@xmlns', uri]),
  );
  const content = pruned(tree);
  const document = { [root]: { ...attributes, ...(typeof content === 'object' ? content : {}) } };
  return create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true });
}
