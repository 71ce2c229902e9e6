import type {
  CreateRecurringInvoiceInput,
  InvoiceTemplate,
  PeriodKind,
  RecurrenceRule,
  RecurringInvoiceDto,
  RecurringMode,
  Weekday,
} from '@countinghouse/core/recurring-invoices/schemas';
import { formatMinor } from '@countinghouse/core/platform/money';
import { isDate } from '@countinghouse/core/platform/time';
import { emptyItem, newKey, shown, type CustomerDraft, type LineRules } from '../../_components/lines/draft';
import { linesInput } from '../../_components/lines/lines-input';

/** A rule as it is being chosen: every choice is kept while others are tried. */
export interface RuleDraft {
  frequency: RecurrenceRule['frequency'];
  every: string;
  weekday: string;
  dayKind: 'day' | 'last-day' | 'weekday';
  day: string;
  nth: string;
  start: string;
  endKind: 'never' | 'on' | 'after';
  endDate: string;
  count: string;
}

export interface SeriesDraft extends CustomerDraft, RuleDraft {
  name: string;
  period: PeriodKind;
  mode: RecurringMode;
  intro: string;
  outro: string;
  buyerReference: string;
  paymentTermsDays: string;
  notes: string;
  /** The order whose lines are read each time; empty where the lines are written here. */
  templateOrderId: string;
}

const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : (text as unknown as number));

/** The rule as the server takes it; what cannot be read goes as it was typed, so that the server names it. */
export function ruleInput(draft: RuleDraft): RecurrenceRule {
  const { frequency, start } = draft;
  const every = whole(draft.every);
  const weekday = whole(draft.weekday) as Weekday;
  const end: RecurrenceRule['end'] =
    draft.endKind === 'on'
      ? { kind: 'on', date: draft.endDate }
      : draft.endKind === 'after'
        ? { kind: 'after', count: whole(draft.count) }
        : { kind: 'never' };
  if (frequency === 'weekly') return { frequency, every, weekday, start, end };
  const on =
    draft.dayKind === 'day'
      ? ({ kind: 'day', day: whole(draft.day) } as const)
      : draft.dayKind === 'weekday'
        ? ({ kind: 'weekday', nth: whole(draft.nth) as 1, weekday } as const)
        : ({ kind: 'last-day' } as const);
  if (frequency === 'quarterly') return { frequency, on, start, end };
  return { frequency, every, on, start, end };
}

const isWhole = (value: unknown, most: number) => typeof value === 'number' && value >= 1 && value <= most;

/** The rule where everything in it can be read, so that its dates can be shown while it is being typed. */
export function readableRule(draft: RuleDraft): RecurrenceRule | null {
  const rule = ruleInput(draft);
  const { end } = rule;
  const fits =
    isDate(rule.start) &&
    (end.kind !== 'on' || isDate(end.date)) &&
    (end.kind !== 'after' || isWhole(end.count, 1_000)) &&
    (rule.frequency === 'quarterly' || isWhole(rule.every, 52)) &&
    (rule.frequency === 'weekly' || rule.on.kind !== 'day' || isWhole(rule.on.day, 31));
  return fits ? rule : null;
}

/** A stored rule as choices. */
export function ruleDraft(rule: RecurrenceRule): RuleDraft {
  const on = rule.frequency === 'weekly' ? null : rule.on;
  const weekday = rule.frequency === 'weekly' ? rule.weekday : on?.kind === 'weekday' ? on.weekday : 1;
  return {
    frequency: rule.frequency,
    every: rule.frequency === 'quarterly' ? '1' : String(rule.every),
    weekday: String(weekday),
    dayKind: on?.kind ?? 'day',
    day: on?.kind === 'day' ? String(on.day) : '1',
    nth: on?.kind === 'weekday' ? String(on.nth) : '1',
    start: rule.start,
    endKind: rule.end.kind,
    endDate: rule.end.kind === 'on' ? rule.end.date : '',
    count: rule.end.kind === 'after' ? String(rule.end.count) : '12',
  };
}

/** Monthly on the first, from the first of next month on. */
export function newRule(today: string): RuleDraft {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return ruleDraft({
    frequency: 'monthly',
    every: 1,
    on: { kind: 'day', day: 1 },
    start: next,
    end: { kind: 'never' },
  });
}

/** The lines of a template as a draft. What it leaves to the product stays empty. */
export function templateLines(
  template: InvoiceTemplate,
  rules: LineRules,
  currency: string,
): Pick<SeriesDraft, 'currency' | 'items' | 'adjustments'> {
  const show = (text: string | undefined) => (text === undefined ? '' : shown(text, rules.numberFormat));
  const of = template.currency ?? currency;
  return {
    currency: of,
    items: template.items.map((item) => ({
      ...emptyItem(rules),
      productId: item.productId ?? null,
      sku: item.sku ?? '',
      title: item.title ?? '',
      quantity: show(item.quantity),
      unit: item.unit ?? 'C62',
      unitPrice: show(item.unitPrice),
      discountPercent: show(item.discountPercent),
      discountAmount: item.discountAmount ?? '',
      ...(item.taxCategoryId && { taxCategoryId: item.taxCategoryId }),
    })),
    adjustments: (template.adjustments ?? []).map((each) => ({
      key: newKey(),
      kind: each.kind,
      reason: each.reason,
      value: each.percent ? `${show(each.percent)}%` : show(formatMinor(BigInt(each.amount ?? '0'), of)),
      taxCategoryId: each.taxCategoryId ?? null,
    })),
  };
}

/** A stored series as a draft. */
export function seriesDraft(series: RecurringInvoiceDto, rules: LineRules, currency: string): SeriesDraft {
  const template = series.template ?? { items: [] };
  const lines = templateLines(template, rules, currency);
  return {
    ...lines,
    items: lines.items.length > 0 ? lines.items : [emptyItem(rules)],
    ...ruleDraft(series.rule),
    name: series.name,
    customerId: series.customer.id,
    customerName: series.customer.name,
    period: series.period,
    mode: series.mode,
    intro: template.intro ?? '',
    outro: template.outro ?? '',
    buyerReference: template.buyerReference ?? '',
    paymentTermsDays: template.paymentTermsDays === undefined ? '' : String(template.paymentTermsDays),
    notes: template.notes ?? '',
    templateOrderId: series.templateOrder?.id ?? '',
  };
}

type TemplateInput = NonNullable<CreateRecurringInvoiceInput['template']>;

/** What the form does not show of a template is kept as it was. */
function templateInput(draft: SeriesDraft, rules: LineRules, kept: InvoiceTemplate | null): TemplateInput {
  const { items, ...lines } = linesInput(draft, rules);
  return {
    ...kept,
    ...lines,
    pricesIncludeTax: rules.pricesIncludeTax,
    items: items.map((item, index) => {
      const typed = draft.items[index];
      const { unitPrice, title, ...rest } = { unitPrice: '', title: '', ...item };
      const byProduct = typed?.productId ?? null;
      return {
        ...rest,
        ...((title || !byProduct) && { title }),
        ...((typed?.unitPrice.trim() || !byProduct) && { unitPrice }),
      };
    }),
    intro: draft.intro,
    outro: draft.outro,
    buyerReference: draft.buyerReference.trim() || null,
    ...(draft.paymentTermsDays.trim() && { paymentTermsDays: whole(draft.paymentTermsDays) }),
    notes: draft.notes,
  };
}

/** What is sent to the server. */
export function seriesInput(
  draft: SeriesDraft,
  rules: LineRules,
  kept: InvoiceTemplate | null,
): CreateRecurringInvoiceInput {
  return {
    name: draft.name,
    ...(draft.customerId && { customerId: draft.customerId }),
    rule: ruleInput(draft),
    period: draft.period,
    mode: draft.mode,
    ...(draft.templateOrderId
      ? { templateOrderId: draft.templateOrderId }
      : { template: templateInput(draft, rules, kept) }),
  };
}
