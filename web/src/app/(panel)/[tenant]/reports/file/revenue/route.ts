import { revenueCsv } from '@countinghouse/core/reports';
import { byFrom, currencyFrom, periodFrom } from '../../report-query';
import { answerFile } from '../answer';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

/** Revenue as a CSV file. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const asked = { by: byFrom(search), ...periodFrom(search), currency: currencyFrom(search) };
  return answerFile((await params).tenant, (ctx, language) => revenueCsv(ctx, asked, language));
}
