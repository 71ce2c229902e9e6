/** Rows of a report, one table a currency, in the order in which the totals come. */
export const byCurrency = <Row, Total>(
  rows: readonly Row[],
  totals: readonly Total[],
  of: { row: (row: Row) => string; total: (total: Total) => string },
): { currency: string; total: Total; rows: Row[] }[] =>
  totals.map((total) => {
    const currency = of.total(total);
    return { currency, total, rows: rows.filter((row) => of.row(row) === currency) };
  });
