import { advanceImport, failImport } from '@countinghouse/core/imports';
import { advanceImportJob } from '@countinghouse/core/imports/jobs';
import { companyOf, handle } from '../../handler';

export const advanceImportHandler = handle(advanceImportJob, {
  run: (run) => advanceImport(companyOf(run), run.payload.importId, run.signal),
  giveUp: (run) => failImport(companyOf(run), run.payload.importId),
});
