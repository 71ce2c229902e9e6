import { eInvoiceFormats, eInvoiceProblemCodes } from '@countinghouse/core/e-invoices/schemas';
import { languages } from '@countinghouse/core/platform/time';
import { expect, it } from 'vitest';
import { messagesOf } from './messages';

it.each(languages)('says every problem of e-invoices in %s', async (language) => {
  const texts = (await messagesOf(language))['e-invoices'] as { problems: object; formats: object };
  expect(Object.keys(texts.problems).sort()).toEqual([...eInvoiceProblemCodes].sort());
  expect(Object.keys(texts.formats).sort()).toEqual([...eInvoiceFormats].sort());
});
