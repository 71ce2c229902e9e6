// PDFs of invoices: one at a time against Chromium alone with the same markup, a hundred as one, and the memory of it.
import { below, share } from '../figures.mjs';
import { ask } from '../product/ask.mjs';

const LINES = 12;

export async function measurePdf(instance, options) {
  const company = instance.listed[0];
  const documents = options.full ? 1_000 : 300;
  const figures = await ask('pdfs', { env: instance.env }, company.tenantId, LINES, documents);
  const { bare, single, bulk, memory } = figures;
  return [
    share({
      what: `pdf: one at a time, ${LINES} lines`,
      unit: '/s',
      measured: single.perSecond,
      ceiling: bare.perSecond,
      goal: 0.8,
      details: figures,
    }),
    share({
      what: 'pdf: a hundred as one, against one at a time',
      unit: '/s',
      measured: bulk.perSecond,
      ceiling: single.perSecond,
      goal: 3,
    }),
    below({
      what: `pdf: growth of browser and worker over ${documents} documents`,
      unit: 'MB',
      measured: memory.growthMb,
      goal: 60,
      details: memory,
    }),
  ];
}
