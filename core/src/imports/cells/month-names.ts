const LOCALES = ['en', 'en-GB', 'ru', 'uz', 'de'];

let months: Map<string, number> | undefined;

/** Month 1-12 by its full or short name in English, Russian, Uzbek or German; undefined for other words. */
export function monthByName(name: string): number | undefined {
  months ??= collect();
  return months.get(plainName(name));
}

/** English comes first: where two languages share a name, its meaning stays. */
function collect(): Map<string, number> {
  const found = new Map<string, number>();
  for (const locale of LOCALES) {
    for (let month = 1; month <= 12; month++) {
      for (const name of namesOf(locale, month)) if (!found.has(name)) found.set(name, month);
    }
  }
  return found;
}

/** With a day beside it, Russian puts the month into the genitive, and people shorten both to three letters. */
function namesOf(locale: string, month: number): string[] {
  const date = new Date(Date.UTC(2011, month - 1, 15));
  const names = (['long', 'short'] as const).flatMap((width) =>
    ([undefined, 'numeric'] as const).flatMap((day) => {
      const parts = new Intl.DateTimeFormat(locale, { month: width, day, timeZone: 'UTC' }).formatToParts(
        date,
      );
      return parts.filter(({ type }) => type === 'month').map(({ value }) => plainName(value));
    }),
  );
  const spoken = names.filter((name) => name !== '');
  return locale === 'ru' ? [...spoken, ...spoken.map((name) => name.slice(0, 3))] : spoken;
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}]/gu, '');
}
