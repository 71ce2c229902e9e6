import type { Ctx } from '../platform/context';
import { sql } from '../platform/db';
import { parse } from '../platform/errors';
import { demand } from '../platform/permissions';
import { readOne } from '../platform/tx';
import { followLedger } from './follow-ledger';
import { periodOf } from './period';
import { TaxReportInput, type TaxReport } from './schemas';

interface Row {
  currency: string;
  taxCode: string;
  taxRate: string;
  salesNet: bigint;
  salesTax: bigint;
  creditsNet: bigint;
  creditsTax: bigint;
  documents: number;
}

const sums = (row: Omit<Row, 'taxCode' | 'taxRate' | 'documents'>) => {
  const money = (amount: bigint) => ({ amount: amount.toString(), currency: row.currency });
  return {
    sales: { net: money(row.salesNet), tax: money(row.salesTax) },
    credits: { net: money(row.creditsNet), tax: money(row.creditsTax) },
    net: money(row.salesNet - row.creditsNet),
    tax: money(row.salesTax - row.creditsTax),
  };
};

function totalsOf(rows: readonly Row[]): TaxReport['totals'] {
  const byCurrency = new Map<string, Row>();
  for (const row of rows) {
    const held = byCurrency.get(row.currency);
    byCurrency.set(
      row.currency,
      held
        ? {
            ...held,
            salesNet: held.salesNet + row.salesNet,
            salesTax: held.salesTax + row.salesTax,
            creditsNet: held.creditsNet + row.creditsNet,
            creditsTax: held.creditsTax + row.creditsTax,
          }
        : row,
    );
  }
  return [...byCurrency.values()].map(sums);
}

/**
 * The tax of a period by category and rate, by day of issue, in the tax currency: the amounts that stand on the
 * documents, at the rates that stand on them (rules.md 8), never computed anew. Voided documents are left out.
 */
export async function taxReport(ctx: Ctx, input: TaxReportInput): Promise<TaxReport> {
  demand(ctx, 'reports:read');
  const period = await periodOf(ctx, parse(TaxReportInput, input), 'month');
  await followLedger(ctx);
  const rows = await readOne<Row>(
    ctx,
    sql`
    select tax_currency as currency, tax_code as "taxCode", trim_scale(tax_rate)::text as "taxRate",
      coalesce(sum(stated_net_minor) filter (where not credit), 0)::bigint as "salesNet",
      coalesce(sum(stated_tax_minor) filter (where not credit), 0)::bigint as "salesTax",
      coalesce(sum(stated_net_minor) filter (where credit), 0)::bigint as "creditsNet",
      coalesce(sum(stated_tax_minor) filter (where credit), 0)::bigint as "creditsTax",
      sum(document_count)::int as documents
    from revenue_taxes
    where tenant_id = ${ctx.tenantId}::uuid and day between ${period.from}::date and ${period.to}::date
    group by tax_currency, tax_code, tax_rate
    having sum(document_count) <> 0
    order by tax_currency, array_position(array['S', 'Z', 'E', 'AE', 'K', 'G', 'O'], tax_code), tax_rate desc`,
  );
  return {
    ...period,
    rows: rows.map((row) => ({
      taxCode: row.taxCode,
      taxRate: row.taxRate,
      documents: row.documents,
      ...sums(row),
    })),
    totals: totalsOf(rows),
  };
}
