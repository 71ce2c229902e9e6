import 'server-only';
import { getInvoice } from '@countinghouse/core/invoices';
import { getOrder } from '@countinghouse/core/orders';
import { localDate } from '@countinghouse/core/platform/time';
import type { Company } from '../../../../../server/session';
import { emptyItem, type LineRules } from '../../_components/lines/draft';
import { copiedLines, linesOf } from '../../_components/lines/draft-of';
import { lineRules } from '../../_components/lines/line-rules';
import { newRule, type SeriesDraft } from './series-draft';

interface NewSeries {
  initial: SeriesDraft;
  rules: LineRules;
  orderNumber?: string;
}

const empty = (company: Company, rules: LineRules): SeriesDraft => ({
  ...newRule(localDate(company.ctx.clock(), company.tenant.timeZone)),
  name: '',
  customerId: null,
  customerName: '',
  currency: company.tenant.currency,
  items: [emptyItem(rules)],
  adjustments: [],
  period: 'ahead',
  mode: 'draft',
  intro: '',
  outro: '',
  buyerReference: '',
  paymentTermsDays: '',
  notes: '',
  templateOrderId: '',
});

/** An empty form. */
export async function blankSeries(company: Company): Promise<NewSeries> {
  const rules = await lineRules(company);
  return { initial: empty(company, rules), rules };
}

/** A series that invoices the same as an order, each time anew. @throws AppError `not-found` */
export async function seriesFromOrder(company: Company, orderId: string): Promise<NewSeries> {
  const order = await getOrder(company.ctx, orderId);
  const rules = await lineRules(company, order);
  const { customer, number } = order;
  return {
    rules,
    orderNumber: number,
    initial: {
      ...empty(company, rules),
      name: number,
      customerId: customer?.id ?? null,
      customerName: customer?.name ?? '',
      templateOrderId: orderId,
    },
  };
}

/** A series of invoices like one that exists. What it deducts of deposits is its own and does not recur. */
export async function seriesFromInvoice(company: Company, invoiceId: string): Promise<NewSeries> {
  const invoice = await getInvoice(company.ctx, invoiceId);
  const rules = await lineRules(company, invoice);
  const items = invoice.items.filter(({ kind }) => kind === 'item');
  const lines = copiedLines(linesOf({ ...invoice, items }, rules));
  const blank = empty(company, rules);
  return {
    rules,
    initial: {
      ...blank,
      ...lines,
      items: lines.items.length > 0 ? lines.items : blank.items,
      name: items[0]?.title.slice(0, 120) ?? '',
      customerId: invoice.customer?.id ?? null,
      customerName: invoice.customer?.name ?? '',
      intro: invoice.intro,
      outro: invoice.outro,
      buyerReference: invoice.buyerReference ?? '',
      paymentTermsDays: String(invoice.paymentTermsDays),
      notes: invoice.notes,
    },
  };
}
