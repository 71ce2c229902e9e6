import { isoInstant } from '../platform/db';
import type { OrderSummaryDto } from './schemas';
import type { OrderKind, OrderStatus } from './states';

/** An order as it comes from the list's SQL. */
export interface SummaryRow {
  id: string;
  number: string;
  external_number: string | null;
  kind: OrderKind;
  status: OrderStatus;
  customer_id: string | null;
  customer_name: string | null;
  currency: string;
  placed_at: string;
  item_count: number;
  net_minor: string;
  tax_minor: string;
  total_minor: string;
  tags: string[];
  version: number;
  created_at: string;
  updated_at: string;
  archived: boolean;
}

export function toSummary(row: SummaryRow): OrderSummaryDto {
  const { currency } = row;
  return {
    id: row.id,
    number: row.number,
    externalNumber: row.external_number,
    kind: row.kind,
    status: row.status,
    customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '' } : null,
    placedAt: isoInstant(row.placed_at),
    itemCount: row.item_count,
    net: { amount: row.net_minor, currency },
    tax: { amount: row.tax_minor, currency },
    total: { amount: row.total_minor, currency },
    tags: row.tags,
    archived: row.archived,
    version: row.version,
    createdAt: isoInstant(row.created_at),
    updatedAt: isoInstant(row.updated_at),
  };
}
