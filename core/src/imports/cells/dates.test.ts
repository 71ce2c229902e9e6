import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDateFormat, parseDateTime } from './dates';

describe('detectDateFormat', () => {
  it.each([
    [['2010-12-01 08:26:00', '2011-06-30 20:08:00'], 'ymd'],
    [['2010-12-01T08:26:00Z', '2011/06/30', '20110501'], 'ymd'],
    [['1.12.2010 8:26', '30.6.2011 20:08'], 'dmy'],
    [['01.02.2010', '02.03.2010'], 'dmy'],
    [['12/1/2010 8:26', '12/13/2010 9:00'], 'mdy'],
    [['13/12/2010', '01/12/2010'], 'dmy'],
    [['1 дек. 2010', '15 мая 2011'], 'dmy'],
    [['01-Dec-2010', ''], 'dmy'],
    [['40513.35', '40514'], 'serial'],
  ])('%j', (cells, format) => {
    expect(detectDateFormat(cells)).toMatchObject({ format, ambiguous: false });
  });

  it.each([[['12/1/2010 8:26', '12/2/2010 8:26']], [['01-02-11']], [['1/1/2011']]])(
    '%j must be chosen',
    (cells) => {
      expect(detectDateFormat(cells)).toEqual({ format: null, candidates: ['dmy', 'mdy'], ambiguous: true });
    },
  );

  it('leaves a few strange cells to be problems, but not many', () => {
    const good = Array.from({ length: 9 }, (_, index) => `2011-01-0${index + 1}`);
    expect(detectDateFormat([...good, 'soon']).format).toBe('ymd');
    expect(detectDateFormat(['2011-01-01', 'soon', 'later'])).toEqual({
      format: null,
      candidates: [],
      ambiguous: false,
    });
    expect(detectDateFormat([]).format).toBeNull();
  });
});

describe('parseDateTime', () => {
  it.each([
    ['2010-12-01 08:26:00', 'ymd', '2010-12-01 08:26:00'],
    ['2010-12-01T8:26', 'ymd', '2010-12-01 08:26:00'],
    ['2010-12-01T08:26:00.123', 'ymd', '2010-12-01 08:26:00'],
    ['2010-12-01', 'ymd', '2010-12-01 00:00:00'],
    ['20101201 0826', 'ymd', undefined],
    ['20101201', 'ymd', '2010-12-01 00:00:00'],
    ['1.12.2010 8:26', 'dmy', '2010-12-01 08:26:00'],
    ['1.12.10, 8.26', 'dmy', '2010-12-01 08:26:00'],
    ['1/12/99', 'dmy', '1999-12-01 00:00:00'],
    ['12/1/2010 8:26 PM', 'mdy', '2010-12-01 20:26:00'],
    ['12/1/2010 12:05 a.m.', 'mdy', '2010-12-01 00:05:00'],
    ['Dec 1, 2010 8:26', 'mdy', '2010-12-01 08:26:00'],
    ['1. Dezember 2010', 'dmy', '2010-12-01 00:00:00'],
    ['1 декабря 2010 г., 8:26', 'dmy', '2010-12-01 08:26:00'],
    ['1 dekabr 2010', 'dmy', '2010-12-01 00:00:00'],
    ['1 Sept 2010', 'dmy', '2010-09-01 00:00:00'],
    ['29.2.2012', 'dmy', '2012-02-29 00:00:00'],
    ['40513.3513888889', 'serial', '2010-12-01 08:26:00'],
    ['29.2.2011', 'dmy', undefined],
    ['31.4.2011', 'dmy', undefined],
    ['13/13/2010', 'mdy', undefined],
    ['1.12.2010', 'mdy', undefined],
    ['1.12.10', 'ymd', undefined],
    ['2010-12-01 25:00', 'ymd', undefined],
    ['2010-12-01 13:00 PM', 'ymd', undefined],
    ['2010-12-01 and more', 'ymd', undefined],
    ['0010-12-01', 'ymd', undefined],
    ['1.12.201', 'dmy', undefined],
    ['yesterday', 'dmy', undefined],
    ['536365', 'serial', undefined],
  ] as const)('%j as %s is %s', (cell, format, local) => {
    const expected =
      local === undefined ? { ok: false, code: 'bad-date' } : { ok: true, value: { local, offset: null } };
    expect(parseDateTime(cell, format)).toEqual(expected);
  });

  it.each([
    ['2010-12-01T08:26:00Z', 'Z'],
    ['2010-12-01 08:26:00+05:00', '+05:00'],
    ['2010-12-01 08:26 +0530', '+05:30'],
  ])('keeps the offset of %s', (cell, offset) => {
    expect(parseDateTime(cell, 'ymd')).toEqual({ ok: true, value: { local: '2010-12-01 08:26:00', offset } });
  });

  it('is null for a blank cell', () =>
    expect(parseDateTime(' \u00a0', 'dmy')).toEqual({ ok: true, value: null }));

  it('reads back every moment in every order', () => {
    const moment = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = date.toISOString();
        const [, year, month, day] = /^(\d+)-(\d+)-(\d+)/.exec(iso) ?? [];
        const time = iso.slice(11, 19);
        const local = `${iso.slice(0, 10)} ${time}`;
        const expected = { ok: true, value: { local, offset: null } };
        expect(parseDateTime(local, 'ymd')).toEqual(expected);
        expect(parseDateTime(`${Number(day)}.${Number(month)}.${year} ${time}`, 'dmy')).toEqual(expected);
        expect(parseDateTime(`${Number(month)}/${Number(day)}/${year} ${time}`, 'mdy')).toEqual(expected);
      }),
    );
  });
});
