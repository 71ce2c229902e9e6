/** What texts of documents and mails may leave open, as `{number}`; filled in for each document. */
export const placeholders = ['number', 'date', 'dueDate', 'days', 'total', 'company', 'customer'] as const;
export type Placeholder = (typeof placeholders)[number];
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>;

const open = /\{([^{}]*)\}/g;

/** What stands in braces in a template and is no placeholder, each once. */
export function unknownPlaceholders(template: string): string[] {
  const known = new Set<string>(placeholders);
  const names = [...template.matchAll(open)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !known.has(name)))];
}

/**
 * Fills a template. Placeholders without a value stay, to be filled later, as the number is only given at the end;
 * values are taken as they are, braces in them too.
 */
export const fillText = (template: string, values: PlaceholderValues): string =>
  template.replace(open, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name as Placeholder] ?? whole) : whole,
  );
