import { listNumberSeries, updateNumberSeries } from '@countinghouse/core/number-series';
import {
  NumberSeriesDto,
  seriesKinds,
  UpdateNumberSeriesInput,
  type SeriesKind,
} from '@countinghouse/core/number-series/schemas';
import { page, type Operation } from '../operation';
import { etagOf } from '../preconditions';
import { pageOf } from '../schemas';

const NumberSeries = NumberSeriesDto.meta({ id: 'NumberSeries' });
const tag = 'Number series';

const change = (kind: SeriesKind): Operation => ({
  method: 'patch',
  path: `/number-series/${kind}`,
  id: `updateNumberSeries_${kind}`,
  tag,
  summary: `Change the series of kind ${kind}`,
  description:
    'A pattern has one count such as {00000} and may name {yyyy}, {yy} and {mm}, with which counting begins anew. ' +
    'Nothing is numbered again. `next` can be set until the present period has its first number. The version for ' +
    'If-Match stands in the list.',
  scope: 'settings:write',
  body: UpdateNumberSeriesInput,
  bodyExample: { pattern: 'A{yyyy}-{0000}' },
  ifMatch: 'required',
  success: { status: 200, description: 'The series now.', schema: NumberSeries, headers: ['ETag'] },
  run: async ({ ctx, expectedVersion, body }) => {
    const series = await updateNumberSeries(ctx, kind, expectedVersion ?? 0, body as UpdateNumberSeriesInput);
    return { status: 200, headers: { ETag: etagOf(series.version) }, body: series };
  },
});

export const numberSeriesOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/number-series',
    id: 'listNumberSeries',
    tag,
    summary: 'List how records are numbered',
    description: 'One series a kind, all of them at once.',
    scope: 'settings:read',
    success: { status: 200, description: 'The series.', schema: pageOf(NumberSeries, 'NumberSeriesPage') },
    run: async ({ ctx }) => page({ rows: await listNumberSeries(ctx), nextCursor: null }),
  },
  ...seriesKinds.map(change),
];
