import { singleton } from '@countinghouse/core/platform/singleton';

const LONGEST_MS = 60_000;

// Server components and what writes HTML are two bundles with this module in each.
const waiting = () => singleton('rows-apart', () => new Map<string, string>());

/** Puts rows aside for the HTML of the same answer; gives the name under which they wait. */
export function putAside(html: string): string {
  const name = crypto.randomUUID();
  waiting().set(name, html);
  // An answer that was broken off never fetches its rows.
  setTimeout(() => waiting().delete(name), LONGEST_MS).unref();
  return name;
}

/** Fetches what was put aside, once. */
export function fetchAside(name: string): string {
  const html = waiting().get(name);
  if (html === undefined) throw new Error('no rows were put aside under this name');
  waiting().delete(name);
  return html;
}
