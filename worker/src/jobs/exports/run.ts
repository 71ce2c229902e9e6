import { failExport, runExport } from '@countinghouse/core/exports';
import { runExportJob } from '@countinghouse/core/exports/jobs';
import { companyOf, handle } from '../../handler';

export const runExportHandler = handle(runExportJob, {
  run: (run) => runExport(companyOf(run), run.payload.exportId, run.signal),
  giveUp: (run) => failExport(companyOf(run), run.payload.exportId),
});
