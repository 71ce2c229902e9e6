'use server';

import { updateNumberSeries } from '@countinghouse/core/number-series';
import type { SeriesKind, UpdateNumberSeriesInput } from '@countinghouse/core/number-series/schemas';
import { inCompany } from '../../../../../server/action';

export async function updateSeriesAction(
  tenant: string,
  kind: SeriesKind,
  version: number,
  input: UpdateNumberSeriesInput,
) {
  return inCompany(tenant, (ctx) => updateNumberSeries(ctx, kind, version, input));
}
