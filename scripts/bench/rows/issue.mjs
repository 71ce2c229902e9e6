// Issuing on one series, eight at a time, against the same rows with the same row lock in bare SQL.
import { below, share } from '../figures.mjs';
import { ask } from '../product/ask.mjs';
import { query } from '../sql.mjs';

const DOCUMENTS = 10_000;

/** Printing is measured by itself: what still waits for it would disturb the rows that follow. */
async function forgetPrinting(instance) {
  await query(instance, `delete from outbox where job = 'document.print'`);
  await query(instance, `update documents set pdf_state = 'failed' where pdf_state = 'pending'`);
}

export async function measureIssue(instance) {
  const slug = `issue-${Date.now().toString(36)}`;
  const figures = await ask('issue', instance, slug, DOCUMENTS, instance.adminUrl);
  await forgetPrinting(instance);
  const { perSecond: measured, barePerSecond: ceiling } = figures;
  const what = 'issue: 10,000 invoices on one series, 8 connections';
  return [
    share({ what, unit: '/s', measured, ceiling, goal: 0.3, details: figures }),
    below({
      what: 'issue: holes and doubles',
      unit: '',
      measured: figures.holes + figures.doubles,
      goal: 1,
    }),
  ];
}
