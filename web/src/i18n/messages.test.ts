import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { areas } from './areas';
import { placeholders } from './testing/placeholders';

const folder = fileURLToPath(new URL('../../messages', import.meta.url));
const others = ['ru', 'uz'] as const;

/** Words that are the same in every language: names, abbreviations, keys of a keyboard. */
const sameEverywhere = new Set([
  'API',
  'BIC',
  'CSV',
  'Countinghouse',
  'Ctrl + Enter',
  'Excel',
  'IBAN',
  'PDF',
  'SKU',
  'URL',
  '{amount}',
  '{count}',
]);
/** Words that Uzbek writes like English. */
const sameInUzbek = new Set(['Bank', 'Filter', 'Import', 'Server', 'administrator', '{kilobytes} KB']);

type Texts = Map<string, string>;

function flatten(node: unknown, path: string, into: Texts): Texts {
  if (typeof node === 'string') into.set(path, node);
  else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) flatten(value, path ? `${path}.${key}` : key, into);
  } else throw new Error(`${path} is neither a text nor a group`);
  return into;
}

const read = (area: string, language: string): Texts =>
  flatten(JSON.parse(readFileSync(join(folder, area, `${language}.json`), 'utf8')), '', new Map());

const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(/\{[^{}]*\}|<[^>]*>/g, ''));

/** Names without their types: Uzbek needs no plural where English does. */
const namesIn = (text = ''): string[] => [
  ...new Set(placeholders(text).map((value) => value.replace(/: .*/, ''))),
];

it('has a folder for every area, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([...areas].sort());
});

describe.each(areas)('%s', (area) => {
  const english = read(area, 'en');

  it.each(['en', ...others])('%s has no empty text', (language) => {
    const empty = [...read(area, language)].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it.each(others)('%s has the keys of English', (language) => {
    expect([...read(area, language).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(others)('%s fills in the same values', (language) => {
    const texts = read(area, language);
    for (const [key, text] of english) {
      expect({ key, values: namesIn(texts.get(key)) }).toEqual({ key, values: namesIn(text) });
    }
  });

  it.each(others)('%s is not left in English', (language) => {
    const left = [...read(area, language)].filter(([key, text]) => {
      const same = sameEverywhere.has(text) || (language === 'uz' && sameInUzbek.has(text));
      return hasWords(text) && !same && text === english.get(key);
    });
    expect(left).toEqual([]);
  });

  it('ru is written in Cyrillic, with every form of a plural', () => {
    for (const [key, text] of read(area, 'ru')) {
      if (hasWords(text) && !sameEverywhere.has(text))
        expect({ key, text }).toSatisfy(() => /[а-яё]/i.test(text));
      const plurals = text.match(/, plural,/g)?.length ?? 0;
      const forms = ['one', 'few', 'many', 'other'].map((form) => text.split(`${form} {`).length - 1);
      expect({ key, text }).toSatisfy(() => forms.every((count) => count >= plurals));
    }
  });

  it('uz writes o‘ and g‘ with one sign', () => {
    const wrong = [...read(area, 'uz')].filter(([, text]) => /[og][ʻʼ'`´’]/i.test(text));
    expect(wrong).toEqual([]);
  });
});
