import { z } from 'zod';
import type { Ctx } from '@countinghouse/core/platform/context';
import type { BulkResult } from '@countinghouse/core/platform/fields';
import type { Permission } from '@countinghouse/core/platform/permissions';
import type { Operation } from '../operation';
import { RecordId } from '../schemas';
import { refusal } from './invoice-schemas';

const counts = {
  matched: z.int().meta({ description: 'How many records were named or found.' }),
  changed: z.int().meta({ description: 'How many of them were not as wanted before.' }),
};

const Changed = z.strictObject(counts).meta({ id: 'BulkResult' });

export const OrdersChanged = z
  .strictObject({
    ...counts,
    refused: z
      .array(z.strictObject({ id: RecordId, message: z.string() }))
      .meta({ description: 'Orders that cannot be cancelled any more; they are as they were.' }),
  })
  .meta({ id: 'BulkOrdersResult' });

export const InvoicesChanged = z
  .strictObject({
    ...counts,
    refused: z
      .array(z.strictObject({ id: RecordId, ...refusal }))
      .meta({ description: 'Invoices that are as they were, and why.' }),
  })
  .meta({ id: 'BulkInvoicesResult' });

interface Bulk<Input> {
  /** As in the path: `orders`. */
  resource: string;
  tag: string;
  scope: Permission;
  body: z.ZodType;
  bodyExample: Input;
  schema?: z.ZodType;
  run: (ctx: Ctx, input: Input) => Promise<BulkResult>;
}

/** One action on many records at once. */
export const bulk = <Input>({ resource, tag, schema = Changed, run, ...rest }: Bulk<Input>): Operation => ({
  method: 'post',
  path: `/${resource}/bulk`,
  id: `bulk${tag}`,
  tag,
  summary: `Change many ${resource} at once`,
  description:
    'Those that `ids` name (1,000 at most; if one is unknown, nothing is changed), or all that `filters` find, ' +
    'which are those of the list (50,000 at most).',
  success: { status: 200, description: 'What was changed.', schema },
  run: async ({ ctx, body }) => ({ status: 200, body: await run(ctx, body as Input) }),
  ...rest,
});
