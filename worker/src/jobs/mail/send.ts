import { claimMail, markMailFailed, markMailSent, releaseMail } from '@countinghouse/core/mail';
import { mailSend } from '@countinghouse/core/mail/jobs';
import { config } from '@countinghouse/core/platform/config';
import { recordMailKept, recordMailOutcome } from '@countinghouse/core/sharing';
import { deliverMail, reasonOf } from '../../adapters/mail';
import { handle } from '../../handler';

/** @throws Error while another run has the mail, and whatever the mail server answers */
async function deliver(mailId: string, smtpUrl: string): Promise<void> {
  const mail = await claimMail(mailId);
  if (mail === 'done') return;
  if (mail === 'busy') throw new Error('another run is sending this mail');
  let refused: string[];
  try {
    refused = await deliverMail(mail, smtpUrl);
  } catch (error) {
    await releaseMail(mail.id);
    throw error;
  }
  await markMailSent(mail.id, refused.length > 0 ? `Not taken: ${refused.join(', ')}` : undefined);
}

/**
 * Sends a mail once. Without a mail server it stays where it is, for the development page. What became of a mail of a
 * company is told to its log by every run, also by one that finds the mail sent: the run before may have died between.
 */
export const sendMail = handle(mailSend, {
  async run({ ctx, payload: { mailId }, signal, log }) {
    const smtpUrl = config().SMTP_URL;
    if (!smtpUrl) {
      log.info({ mailId }, 'mail kept: there is no mail server');
      if (ctx) await recordMailKept(ctx, mailId);
      return;
    }
    signal.throwIfAborted();
    await deliver(mailId, smtpUrl);
    if (ctx) await recordMailOutcome(ctx, mailId);
  },

  async giveUp({ ctx, payload: { mailId }, error }) {
    await markMailFailed(mailId, reasonOf(error));
    if (ctx) await recordMailOutcome(ctx, mailId);
  },
});
