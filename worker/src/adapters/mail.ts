import { createTransport } from 'nodemailer';
import { config } from '@countinghouse/core/platform/config';
import type { OutgoingMail } from '@countinghouse/core/mail';
import { PermanentFailure } from '../handler';

const CONNECT_MS = 15_000;
const SILENCE_MS = 30_000;
const REFUSED_FOR_GOOD = 500;

/** The server's address with limits on how long it may take, unless it names its own. */
function boundedUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const bounds = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS };
  for (const [name, ms] of Object.entries(bounds)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  return url.href;
}

/** The server will never take this mail: its recipient or content is refused, and not for now. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false;
  const aboutTheMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  return aboutTheMail && Number(error.responseCode) >= REFUSED_FOR_GOOD;
}

/**
 * Hands a mail to the mail server. The same mail always has the same Message-ID, so that a receiver can tell a
 * repeat after a crash.
 * @throws PermanentFailure when the server refuses the mail for good
 */
export async function deliverMail(mail: OutgoingMail, smtpUrl: string): Promise<void> {
  const { MAIL_FROM, NEXTAUTH_URL } = config();
  const transport = createTransport(boundedUrl(smtpUrl), {
    from: MAIL_FROM,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      // As an object: a recipient is one address, whatever commas it holds.
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${new URL(NEXTAUTH_URL).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    if (isFinal(error)) throw new PermanentFailure('the mail server refuses this mail', { cause: error });
    throw error;
  } finally {
    transport.close();
  }
}
