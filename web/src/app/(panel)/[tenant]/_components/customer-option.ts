import { getCustomer } from '@countinghouse/core/customers';
import type { Ctx } from '@countinghouse/core/platform/context';
import { isAppError } from '@countinghouse/core/platform/errors';
import type { FilterOption } from '../../../../ui/filters/types';

/** The name of the customer that is filtered by; an id that is nobody's still filters. */
export async function customerOption(ctx: Ctx, id: string | undefined): Promise<FilterOption | undefined> {
  if (!id) return undefined;
  try {
    return { value: id, label: (await getCustomer(ctx, id)).name };
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
