import { describe, expect, it } from 'vitest';
import { acceptedLanguage, chooseLanguage } from './language';

describe('acceptedLanguage', () => {
  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de-DE,de;q=0.9,uz;q=0.5,en;q=0.4', 'uz'],
    ['en;q=0.3, ru;q=0.7', 'ru'],
    ['uz-Latn-UZ', 'uz'],
    ['ru;q=0, en', 'en'],
    ['de, fr', undefined],
    ['*', undefined],
    ['', undefined],
    [null, undefined],
    ['ru;q=rubbish', undefined],
  ])('%s → %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});

describe('chooseLanguage', () => {
  it('takes the profile before the cookie, the cookie before the browser, and English at last', () => {
    expect(chooseLanguage({ profile: 'uz', cookie: 'ru', accept: 'en' })).toBe('uz');
    expect(chooseLanguage({ profile: undefined, cookie: 'ru', accept: 'uz' })).toBe('ru');
    expect(chooseLanguage({ profile: undefined, cookie: 'xx', accept: 'uz' })).toBe('uz');
    expect(chooseLanguage({ profile: undefined, cookie: undefined, accept: 'de' })).toBe('en');
  });
});
