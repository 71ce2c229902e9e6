import { describe, expect, it } from 'vitest';
import { changeText } from './change-text';

const reader = {
  language: 'en',
  timeZone: 'Asia/Tashkent',
  dateFormat: 'dmy',
  numberFormat: 'comma-point',
} as const;
const words = { yes: 'yes', no: 'no', nothing: '–' };

describe('changeText', () => {
  it.each([
    [null, '–'],
    [[], '–'],
    [true, 'yes'],
    ['', '–'],
    ['plain', 'plain'],
    ['2026-11-21', '21 Nov 2026'],
    ['2026-11-21T20:00:00.000Z', '22 Nov 2026, 01:00'],
    [{ amount: '124860', currency: 'GBP' }, '1,248.60\u00a0GBP'],
    [['vip', 'new'], 'vip, new'],
    [[{ rate: '20', validFrom: '2020-01-01', validTo: null }], '20 1 Jan 2020'],
  ])('%j', (value, text) => {
    expect(changeText(value, reader, words)).toBe(text);
  });
});
