import type { CreateOrderInput, OrderDto } from '@countinghouse/core/orders/schemas';
import type { OrderKind } from '@countinghouse/core/orders/states';
import { localDateTime, zonedToUtc } from '@countinghouse/core/platform/time';
import type { CustomerDraft, LineRules } from '../../_components/lines/draft';
import { linesOf } from '../../_components/lines/draft-of';
import { linesInput } from '../../_components/lines/lines-input';

export interface OrderDraft extends CustomerDraft {
  kind: OrderKind;
  externalNumber: string;
  /** `YYYY-MM-DDTHH:mm` in the reader's zone; empty means now. */
  placedAt: string;
  notes: string;
  tags: string[];
}

/** A stored order as a draft. */
export const draftOf = (order: OrderDto, rules: LineRules): OrderDraft => ({
  ...linesOf(order, rules, order.kind),
  kind: order.kind,
  customerId: order.customer?.id ?? null,
  customerName: order.customer?.name ?? '',
  externalNumber: order.externalNumber ?? '',
  placedAt: localDateTime(new Date(order.placedAt), rules.timeZone).slice(0, 16).replace(' ', 'T'),
  notes: order.notes,
  tags: order.tags,
});

function instantText(local: string, timeZone: string): string {
  try {
    return zonedToUtc(`${local.replace('T', ' ')}:00`, timeZone).toISOString();
  } catch {
    return local;
  }
}

/** What is sent to the server. */
export const inputOf = (draft: OrderDraft, rules: LineRules) =>
  ({
    ...linesInput(draft, rules, draft.kind),
    customerId: draft.customerId,
    externalNumber: draft.externalNumber.trim() || null,
    ...(draft.placedAt && {
      placedAt: instantText(draft.placedAt, rules.timeZone),
    }),
    notes: draft.notes,
    tags: draft.tags,
  }) satisfies Partial<CreateOrderInput>;
