/** The names of time zones to choose from; the present one is always among them. */
export const timeZones = (present: string | null): string[] =>
  [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(present ? [present] : [])])].sort();
