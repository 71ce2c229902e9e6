import { paymentJournalCsv } from '@countinghouse/core/reports';
import { periodFrom } from '../../report-query';
import { answerFile } from '../answer';

interface RouteContext {
  params: Promise<{ tenant: string }>;
}

/** The payment journal as a CSV file. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  return answerFile((await params).tenant, (ctx, language) =>
    paymentJournalCsv(ctx, periodFrom(search), language),
  );
}
