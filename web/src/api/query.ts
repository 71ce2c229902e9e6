export type Query = Record<string, string | string[]>;

/** The parameters of a URL: text, or a list where one is repeated. No other meaning is read into them. */
export function parseQuery(url: string): Query {
  const at = url.indexOf('?');
  const query: Query = Object.create(null) as Query;
  if (at < 0) return query;
  for (const [name, value] of new URLSearchParams(url.slice(at + 1))) {
    const held = query[name];
    query[name] = held === undefined ? value : [held, value].flat();
  }
  // Schemas want an ordinary object.
  return { ...query };
}
