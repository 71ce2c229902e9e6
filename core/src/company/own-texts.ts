import type { Changes } from '../platform/audit';

type Texts = Partial<Record<string, Partial<Record<string, object>>>>;

/** Entries of one language and kind that differ, for the log: whole sets of texts would say nothing. */
export function textChanges(before: Texts, after: Texts): Changes[string] | undefined {
  const [from, to]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const language of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[language] ?? {}, after[language] ?? {}];
    for (const kind of new Set([...Object.keys(old), ...Object.keys(now)])) {
      if (sameText(old[kind], now[kind])) continue;
      if (old[kind]) from[`${language}.${kind}`] = old[kind];
      if (now[kind]) to[`${language}.${kind}`] = now[kind];
    }
  }
  return Object.keys({ ...from, ...to }).length > 0 ? { from, to } : undefined;
}

/** Whether two texts say the same, in whatever order their parts are kept. */
function sameText(a: object | undefined, b: object | undefined): boolean {
  const text = (value: object | undefined) => JSON.stringify(Object.entries(value ?? {}).sort());
  return text(a) === text(b);
}

/** The entries that are not the standard ones: whoever changes nothing gets better standard texts later. */
export function withoutStandard<Own extends Texts>(own: Own, standard: Texts): Own {
  const kept: Texts = {};
  for (const [language, kinds] of Object.entries(own)) {
    const entries = Object.entries(kinds ?? {}).filter(
      ([kind, text]) => !sameText(text, standard[language]?.[kind]),
    );
    if (entries.length > 0) kept[language] = Object.fromEntries(entries);
  }
  return kept as Own;
}
