import type { OrderKind } from '@countinghouse/core/orders/states';
import type { LineRules, LinesDraft } from './draft';

/** What each part of a form with lines is given. */
export interface LinesProps {
  tenant: string;
  draft: LinesDraft;
  rules: LineRules;
  /** Texts by path, such as `items.0.quantity`. */
  errors: Record<string, string>;
  change: (patch: Partial<LinesDraft>) => void;
  /** Of an order that is a return, whose quantities are typed without their sign. */
  kind?: OrderKind | undefined;
}
