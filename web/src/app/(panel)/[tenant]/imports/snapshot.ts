import type { ImportDto, ImportResult } from '@countinghouse/core/imports/schemas';
import type { ImportState } from '@countinghouse/core/imports/states';

/** What a waiting page asks for again and again. */
export interface ImportSnapshot {
  state: ImportState;
  progress: ImportDto['progress'];
  result: ImportResult | null;
}

export const toSnapshot = ({ state, progress, result }: ImportDto): ImportSnapshot => ({
  state,
  progress,
  result,
});
