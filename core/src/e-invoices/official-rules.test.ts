import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkEInvoice } from './check';
import { eInvoiceFormats } from './schemas';
import { fixtures } from './testing/fixtures';
import { tradeSnapshot } from './testing/trade-snapshot';
import { eInvoiceXml } from './write';

/**
 * Where the official rules are: a folder with `EN16931-UBL-validation.sef.json` and `EN16931-CII-validation.sef.json`,
 * compiled out of the XSLT of ConnectingEurope/eInvoicing-EN16931 (`xslt3 -xsl:… -export:… -nogo`), and `saxon-js` among
 * its node_modules. Both have licences of their own, so that neither is part of this repository (ADR 0040).
 */
const folder = process.env['EN16931_RULES'];

interface Saxon {
  transform(options: object): { principalResult: string };
}

function validatorIn(folder: string) {
  const saxon = createRequire(join(folder, 'package.json'))('saxon-js') as Saxon;
  const rules = (name: string) =>
    JSON.parse(readFileSync(join(folder, `EN16931-${name}-validation.sef.json`), 'utf8')) as object;
  const stylesheets = { ubl: rules('UBL'), cii: rules('CII') };
  return (syntax: 'ubl' | 'cii', sourceText: string) => {
    const options = { stylesheetInternal: stylesheets[syntax], sourceText, destination: 'serialized' };
    const report = saxon.transform(options).principalResult;
    return {
      fired: report.split('<svrl:fired-rule').length - 1,
      failed: [...report.matchAll(/<svrl:failed-assert[^>]*\bid="([^"]+)"/g)].map(([, id]) => id),
    };
  };
}

describe.skipIf(!folder)('the official rules of EN 16931', () => {
  const validate = folder ? validatorIn(folder) : undefined;
  const cases = eInvoiceFormats.flatMap((format) =>
    Object.entries(fixtures)
      .filter(([, snapshot]) => checkEInvoice(snapshot, format).length === 0)
      .map(([name, snapshot]) => ({ format, name, snapshot })),
  );

  it('notice what is wrong', { timeout: 60_000 }, () => {
    const nameless = tradeSnapshot({ seller: { name: '' } });
    expect(validate?.('ubl', eInvoiceXml('ubl', 'INV-1', nameless)).failed).toContain('BR-06');
    expect(validate?.('cii', eInvoiceXml('cii', 'INV-1', nameless)).failed).toContain('BR-06');
  });

  it.each(cases)('$format of "$name"', { timeout: 60_000 }, ({ format, snapshot }) => {
    const report = validate?.(format === 'cii' ? 'cii' : 'ubl', eInvoiceXml(format, 'INV-1', snapshot));
    expect(report?.fired).toBeGreaterThan(10);
    expect(report?.failed).toEqual([]);
  });
});
