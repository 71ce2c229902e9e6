import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantParser, isoInstant } from './instants';

/** As Postgres writes it: without zeros at the end of the fraction. */
const asPostgres = (date: Date) =>
  `${date
    .toISOString()
    .replace('T', ' ')
    .slice(0, -1)
    .replace(/\.?0+$/, '')}+00`;

describe('isoInstant', () => {
  it.each([
    ['2026-11-21 05:10:12+00', '2026-11-21T05:10:12.000Z'],
    ['2026-11-21 05:10:12.5+00', '2026-11-21T05:10:12.500Z'],
    ['2026-11-21 05:10:12.582+00', '2026-11-21T05:10:12.582Z'],
    ['2026-11-21 05:10:12.58+02', '2026-11-21T03:10:12.580Z'],
  ])('reads %s', (text, iso) => {
    expect(isoInstant(text)).toBe(iso);
  });

  it('says the same as a Date', () => {
    const instants = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(isoInstant(asPostgres(date))).toBe(date.toISOString());
      }),
    );
  });
});

describe('instantParser', () => {
  it('reads the usual form itself and leaves the rest', () => {
    const parser = instantParser(() => 'elsewhere');
    expect(parser('2026-11-21 05:10:12.5+00')).toEqual(new Date('2026-11-21T05:10:12.500Z'));
    expect(parser('infinity')).toBe('elsewhere');
  });
});
