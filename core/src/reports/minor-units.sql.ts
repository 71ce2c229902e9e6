import { join, raw, sql, type Sql } from '../platform/db';
import { currencies, minorUnits } from '../platform/money';

const unusual = new Map<number, string[]>();
for (const currency of currencies) {
  const places = minorUnits(currency);
  if (places !== 2) unusual.set(places, [...(unusual.get(places) ?? []), `'${currency}'`]);
}

const cases = (currency: Sql): Sql[] =>
  [...unusual].map(
    ([places, names]) => sql`when ${currency} in (${raw(names.join(', '))}) then ${raw(String(places))}`,
  );

/** The decimal places of a currency (ISO 4217), for Postgres. */
export const placesOf = (currency: Sql): Sql => sql`(case ${join(cases(currency), ' ')} else 2 end)`;
