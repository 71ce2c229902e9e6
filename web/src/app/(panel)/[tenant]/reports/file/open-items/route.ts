import { openItemsCsv } from '@countinghouse/core/reports';
import { currencyFrom, dayFrom } from '../../report-query';
import { answerFile } from '../answer';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

/** Open items as a CSV file. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const asked = { day: dayFrom(search), currency: currencyFrom(search) };
  return answerFile((await params).tenant, (ctx, language) => openItemsCsv(ctx, asked, language));
}
