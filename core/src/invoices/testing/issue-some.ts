// A process of its own that issues drafts: node --import tsx issue-some.ts TENANT ID,ID,…
import { closeDb } from '../../platform/db';
import { systemCtx } from '../../platform/context';
import { closeRedis } from '../../platform/queues';
import { issueInvoice } from '../index';

const [tenantId = '', ids = ''] = process.argv.slice(2);
const ctx = systemCtx(tenantId, 'test');
const waiting = ids.split(',');
// As many at a time as a process has connections.
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) await issueInvoice(ctx, id);
  }),
);
await closeDb();
await closeRedis();
