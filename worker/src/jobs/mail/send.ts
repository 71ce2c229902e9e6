import { claimMail, markMailFailed, markMailSent, releaseMail } from '@countinghouse/core/mail';
import { mailSend } from '@countinghouse/core/mail/jobs';
import { config } from '@countinghouse/core/platform/config';
import { deliverMail } from '../../adapters/mail';
import { handle } from '../../handler';

/** Sends a mail once. Without a mail server it stays where it is, for the development page. */
export const sendMail = handle(mailSend, {
  async run({ payload: { mailId }, signal, log }) {
    const smtpUrl = config().SMTP_URL;
    if (!smtpUrl) {
      log.info({ mailId }, 'mail kept: there is no mail server');
      return;
    }
    signal.throwIfAborted();
    const mail = await claimMail(mailId);
    if (mail === 'done') return;
    if (mail === 'busy') throw new Error('another run is sending this mail');
    try {
      await deliverMail(mail, smtpUrl);
    } catch (error) {
      await releaseMail(mail.id);
      throw error;
    }
    await markMailSent(mail.id);
  },

  async giveUp({ payload: { mailId } }) {
    await markMailFailed(mailId);
  },
});
