import { Readable } from 'node:stream';
import type { Ctx } from '../platform/context';
import { csvCells, csvHeader } from '../platform/csv';
import { inline, sql } from '../platform/db';
import { conflict } from '../platform/errors';
import { objects } from '../platform/objects';
import { demand } from '../platform/permissions';
import { isStorageError } from '../platform/storage';
import { withSnapshot, withTx } from '../platform/tx';
import { getTenant } from '../tenants';
import { formatOf, importInTenant, mappingOf, reportKey, type ImportRow } from './internal';
import { fieldText, reasonText, titleText } from './labels';
import { importPolicy } from './policy';
import { importProblemCodes, ORDER_IMPORT_FIELDS } from './schemas';

const LINK_SECONDS = 60;
const CSV = 'text/csv; charset=utf-8';
const fieldNames: readonly string[] = ORDER_IMPORT_FIELDS.map(({ field }) => field);

/** The column as it is called in the file; a name that a spreadsheet would run as a formula is made text. */
function columnName(row: ImportRow, field: string, language: string): string {
  const column = (mappingOf(row) as Partial<Record<string, number>> | null)?.[field];
  const name = column === undefined ? undefined : formatOf(row)?.header[column];
  return (name ? name.replace(/\s+/g, ' ') : fieldText(field, language)).replace(/^(?=[=+\-@])/, "'");
}

function statements(ctx: Ctx, row: ImportRow, language: string) {
  const cells = csvCells(
    [
      { key: 'line', type: 'number', value: sql`p.line_no` },
      { key: 'column', type: 'choice', value: sql`p."column"`, choices: fieldNames },
      { key: 'value', type: 'text', value: sql`p.value` },
      { key: 'reason', type: 'choice', value: sql`p.code`, choices: importProblemCodes },
    ],
    {
      timeZone: 'UTC',
      label: (key, choice) =>
        key === 'column' ? columnName(row, choice, language) : reasonText(choice, language),
    },
  );
  const header = (['line', 'column', 'value', 'reason'] as const).map((key) => titleText(key, language));
  return {
    header: csvHeader(header),
    copy: inline(sql`copy (select ${cells} from import_problems p
      where p.tenant_id = ${ctx.tenantId}::uuid and p.import_id = ${row.id}::uuid order by p.line_no)
      to stdout (format csv)`),
  };
}

async function* withHeader(header: string, rows: AsyncIterable<Buffer>) {
  yield Buffer.from(header);
  yield* rows;
}

/** Postgres writes the cells, memory stays flat. */
async function writeReport(ctx: Ctx, row: ImportRow, key: string): Promise<void> {
  const { language } = await getTenant(ctx);
  const { header, copy } = statements(ctx, row, language);
  await withSnapshot(ctx, (snapshot) =>
    objects().put(key, Readable.from(withHeader(header, snapshot.copy(copy)), { objectMode: false }), {
      contentType: CSV,
    }),
  );
}

/** What the sweep has been through with and now has something again. */
const sweepAgain = (ctx: Ctx, row: ImportRow) =>
  withTx(ctx, ({ tx }) =>
    tx.db.import.updateMany({ where: { tenantId: ctx.tenantId, id: row.id }, data: { sweptAt: null } }),
  );

const exists = (key: string): Promise<boolean> =>
  objects()
    .head(key)
    .then(() => true)
    .catch((error: unknown) => {
      if (isStorageError(error, 'not-found')) return false;
      throw error;
    });

/**
 * A link, good for a minute, to a CSV of all lines that are not imported: line of the file, column, value and reason
 * in the company's language. There is one from the plan on; written when first asked for.
 * @returns the URL to redirect to
 * @throws AppError `conflict` (`import-no-report`) while the import is being prepared or runs
 */
export async function openImportReport(ctx: Ctx, importId: string): Promise<string> {
  demand(ctx, importPolicy.read);
  const row = await withTx(ctx, (ctx) => importInTenant(ctx, importId));
  if (!['planned', 'done', 'failed', 'cancelled'].includes(row.state) || !row.plan)
    throw conflict('There is no report yet.', 'import-no-report');
  const key = reportKey(row);
  if (!(await exists(key))) {
    if (row.sweptAt) await sweepAgain(ctx, row);
    await writeReport(ctx, row, key);
  }
  const name = row.fileName.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/i, '');
  return objects().presignGet(key, {
    fileName: `${name}-problems.csv`,
    contentType: CSV,
    expiresSeconds: LINK_SECONDS,
  });
}
