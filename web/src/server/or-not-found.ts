import 'server-only';
import { isAppError } from '@countinghouse/core/platform/errors';
import { notFound } from 'next/navigation';

/** What a page shows for records that do not exist or may not be seen: "not found" for both. */
export async function orNotFound<Value>(loading: Promise<Value>): Promise<Value> {
  try {
    return await loading;
  } catch (error) {
    if (isAppError(error) && (error.code === 'not-found' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
