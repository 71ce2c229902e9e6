const store = globalThis as typeof globalThis & { countinghouse?: Map<string, unknown> };

/** One value for the whole process, even where two bundles each contain a copy of this module. */
export function singleton<Value>(name: string, create: () => Value): Value {
  const values = (store.countinghouse ??= new Map());
  if (!values.has(name)) values.set(name, create());
  return values.get(name) as Value;
}

/** The value if something has made it already; for closing what was opened. */
export const existing = <Value>(name: string): Value | undefined =>
  store.countinghouse?.get(name) as Value | undefined;
