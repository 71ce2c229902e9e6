import { fileSubjects, type ListFilesInput } from '@countinghouse/core/files/schemas';
import type { SearchParams } from '../../../../ui/table/types';

const PAGE_ROWS = 50;

/** Reads the address of the list. What does not fit is left out: an old link still shows a list. */
export function filesInput(search: SearchParams, cursor?: string): ListFilesInput {
  const subjectType = fileSubjects.find((each) => each === search['subjectType']);
  return { limit: PAGE_ROWS, ...(subjectType && { subjectType }), ...(cursor && { cursor }) };
}
