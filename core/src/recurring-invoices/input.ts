import type { CreateInvoiceInput } from '../invoices/schemas';
import type { TxCtx } from '../platform/context';
import { languages, localDate, type Language } from '../platform/time';
import { getTenant } from '../tenants';
import { ruleOf, templateOf, type SeriesRow } from './internal';
import { fillPeriod } from './period-text';
import { periodOf, type Period } from './recurrence';
import { templateFromOrder, templateOrder } from './references';
import type { InvoiceTemplate } from './schemas';

/** The template with the period filled into its texts. */
function filled(template: InvoiceTemplate, period: Period, language: Language): InvoiceTemplate {
  const fill = (text: string) => fillPeriod(text, period, language);
  return {
    ...template,
    items: template.items.map((item) => (item.title ? { ...item, title: fill(item.title) } : item)),
    ...(template.intro && { intro: fill(template.intro) }),
    ...(template.outro && { outro: fill(template.outro) }),
  };
}

const isLanguage = (text: string | null | undefined): text is Language =>
  (languages as readonly (string | null | undefined)[]).includes(text);

/**
 * What the invoice of a date says. It is issued on the day it is made, also where the date was missed (an invoice is
 * not dated back); what it is for is the period of its date.
 */
export async function inputOf(
  ctx: TxCtx,
  series: SeriesRow,
  date: string,
  customerLanguage: string | null,
): Promise<CreateInvoiceInput> {
  const tenant = await getTenant(ctx);
  const template =
    templateOf(series) ?? templateFromOrder(await templateOrder(ctx, series.templateOrderId ?? ''));
  const period = periodOf(ruleOf(series), date, series.period);
  const language = template.language ?? (isLanguage(customerLanguage) ? customerLanguage : tenant.language);
  return {
    ...filled(template, period ?? { from: date, to: date }, language),
    customerId: series.customerId,
    ...(period && { deliveryFrom: period.from, deliveryTo: period.to }),
    ...(template.exchangeRate && { exchangeRateDate: localDate(ctx.clock(), tenant.timeZone) }),
  };
}
