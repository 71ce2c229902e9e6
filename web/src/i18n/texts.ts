/** Texts by name, in groups. */
export interface Texts {
  [name: string]: Texts | string;
}

const isGroup = (node: Texts | string | undefined): node is Texts => typeof node === 'object';

/** Two trees of texts as one; where both have a text, the second one's. */
export function mergeTexts(first: Texts, second: Texts): Texts {
  const merged: Texts = { ...first };
  for (const [name, node] of Object.entries(second)) {
    const before = first[name];
    merged[name] = isGroup(before) && isGroup(node) ? mergeTexts(before, node) : node;
  }
  return merged;
}

/** What stands at the paths, where it stood. @throws Error where nothing does */
export function pickTexts(all: Texts, paths: readonly string[]): Texts {
  return paths.reduce<Texts>((picked, path) => {
    const names = path.split('.');
    const found = names.reduce<Texts | string | undefined>(
      (node, name) => (isGroup(node) ? node[name] : undefined),
      all,
    );
    if (found === undefined) throw new Error(`there are no texts at ${path}`);
    return mergeTexts(
      picked,
      names.reduceRight<Texts | string>((node, name) => ({ [name]: node }), found) as Texts,
    );
  }, {});
}
