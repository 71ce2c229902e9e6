import pg from 'pg';
import { orderPage } from './statements.mjs';

export const dynamic = 'force-dynamic';

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'GBP' });

export default async function Orders({ searchParams }) {
  const { tenant } = await searchParams;
  const { rows } = await pool.query({ ...orderPage, values: [tenant] });
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/orders/${row.id}`}>{row.number}</a>
            </td>
            <td>{row.customer_name}</td>
            <td>{day.format(row.placed_at)}</td>
            <td>{row.status}</td>
            <td>{row.item_count}</td>
            <td>{money.format(row.total_minor / 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
