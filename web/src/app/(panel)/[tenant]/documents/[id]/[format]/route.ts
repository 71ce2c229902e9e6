import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { eInvoiceFile, eInvoiceProblems } from '@countinghouse/core/e-invoices';
import { eInvoiceFormats } from '@countinghouse/core/e-invoices/schemas';
import { handOut } from '../../../../../../server/file-link';
import { requireCompany } from '../../../../../../server/session';
import { problemWords } from '../../problem-words';

interface RouteContext {
  params: Promise<{ tenant: string; id: string; format: string }>;
}

/** An issued document as an e-invoice; where it is no valid one, what is missing, in the reader's language. */
export async function GET(_request: Request, { params }: RouteContext): Promise<Response> {
  const { tenant, id, format: named } = await params;
  return handOut(
    async () => {
      const format = eInvoiceFormats.find((each) => each === named);
      if (!format) notFound();
      return eInvoiceFile((await requireCompany(tenant)).ctx, id, format);
    },
    async ({ reason }) => {
      const format = eInvoiceFormats.find((each) => each === named);
      if (!format || reason !== 'e-invoice-invalid') return [];
      const t = await getTranslations('e-invoices');
      const problems = await eInvoiceProblems((await requireCompany(tenant)).ctx, id, format);
      return problems.map((problem) => problemWords(t, problem));
    },
  );
}
