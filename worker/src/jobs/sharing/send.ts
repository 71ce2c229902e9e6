import { deliverSending, failSending } from '@countinghouse/core/sharing';
import { documentSend } from '@countinghouse/core/sharing/jobs';
import { companyOf, handle } from '../../handler';

/** Writes the mail that a document goes with, once its PDF is there; until then it is tried again. */
export const sendDocuments = handle(documentSend, {
  async run(run) {
    const state = await deliverSending(companyOf(run), run.payload.sendingId);
    if (state === 'waiting') throw new Error('the PDF is not there yet');
  },

  async giveUp(run) {
    await failSending(companyOf(run), run.payload.sendingId, 'The PDF was not printed in time.');
  },
});
