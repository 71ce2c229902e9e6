// Issuing on one series, eight at a time, against the same rows with the same row lock in bare SQL.
import { bareIssues } from '../bare/issue.mjs';
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
  const [{ tenantId }] = instance.listed;
  const slug = `issue-${Date.now().toString(36)}`;
  const measured = await ask('issue', instance, slug, DOCUMENTS);
  await forgetPrinting(instance);
  const ceiling = await bareIssues(instance.adminUrl, tenantId, DOCUMENTS, measured.snapshotBytes);
  const what = 'issue: 10,000 invoices on one series, 8 connections';
  return [
    share({ what, unit: '/s', measured: measured.perSecond, ceiling, goal: 0.3, details: measured }),
    below({
      what: 'issue: holes and doubles',
      unit: '',
      measured: measured.holes + measured.doubles,
      goal: 1,
    }),
  ];
}
