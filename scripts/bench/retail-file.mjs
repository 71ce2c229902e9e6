// The file that is imported: the real one where it lies beside the checkout, else one of the same shape.
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { inRoot } from '../instance/paths.mjs';

const REAL = inRoot('..', 'shared', 'data', 'online-retail-2010-12_2011-06.csv.gz');
const LINES = 245_903;
const PER_ORDER = 19;

function* madeLines(columns) {
  yield `${columns.join(',')}\n`;
  for (let n = 0; n < LINES; n++) {
    const order = 536_365 + Math.floor(n / PER_ORDER);
    const day = 1 + (Math.floor(n / 8_200) % 28);
    const price = ((n * 37) % 1500) / 100 + 0.1;
    const product = 10_000 + ((n * 7919) % 3_800);
    yield `${order},${product},PRODUCT ${product},${1 + (n % 24)},2011-01-${String(day).padStart(2, '0')} 10:15:00,${price.toFixed(2)},${12_000 + (order % 4_300)},United Kingdom\n`;
  }
}

const COLUMNS = [
  ...['InvoiceNo', 'StockCode', 'Description', 'Quantity'],
  ...['InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'],
];

/** { file, columns, lines, real }. */
export async function retailFile(dir) {
  const real = existsSync(REAL);
  const file = real ? REAL : join(dir, 'retail.csv.gz');
  if (!existsSync(file)) {
    await pipeline(Readable.from(madeLines(COLUMNS)), createGzip(), createWriteStream(file));
  }
  let [lines, columns] = [-1, []];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    if (lines === -1) columns = line.split(',');
    lines += 1;
  }
  return { file, columns, lines, real };
}
