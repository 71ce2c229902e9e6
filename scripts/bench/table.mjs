// The result as a table for people; bench.json has the same and the details.
import { say } from '../system/say.mjs';

const COLUMNS = ['what', 'measured', 'ceiling', 'ratio', 'goal', 'ok'];
const mark = (ok) => (ok === undefined ? '—' : ok ? 'ok' : 'MISSED');

const cells = (line) => [
  line.what,
  line.error ? `failed: ${line.error.split('\n')[0].slice(0, 80)}` : line.measured,
  line.ceiling ?? '',
  line.ratio ?? '',
  line.goal ?? '',
  line.error ? 'FAILED' : mark(line.ok),
];

export function printTable(lines) {
  const rows = [COLUMNS, ...lines.map(cells)].map((row) => row.map(String));
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [index, row] of rows.entries()) {
    say(`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
    if (index === 0) say(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  }
}
