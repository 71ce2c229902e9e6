import { createTransport } from 'nodemailer';
import type { MailAttachment, OutgoingMail } from '@countinghouse/core/mail';
import { config } from '@countinghouse/core/platform/config';
import { objects } from '@countinghouse/core/platform/objects';
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

/** What the server said, in its own words, for the log of who sent the mail. */
export function reasonOf(error: unknown): string {
  const source = error instanceof PermanentFailure ? error.cause : error;
  if (!(source instanceof Error)) return 'The mail could not be sent.';
  return 'response' in source && typeof source.response === 'string' ? source.response : source.message;
}

// As objects: an address is one address, whatever commas it holds.
const plain = (address: string) => ({ name: '', address });

/** The product's own address, which the mail server lets it send from; under the name of the company, where it has one. */
function senderOf(mailFrom: string, name: string | null) {
  if (!name) return mailFrom;
  return { name, address: /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim() };
}

async function opened({ name, contentType, objectKey }: MailAttachment) {
  const { body } = await objects().get(objectKey);
  return { filename: name, contentType, content: body };
}

/** Opens the files of a mail; all of them or none. */
async function filesOf(mail: OutgoingMail) {
  const files: Awaited<ReturnType<typeof opened>>[] = [];
  try {
    for (const attachment of mail.attachments) files.push(await opened(attachment));
    return files;
  } catch (error) {
    for (const { content } of files) content.destroy();
    throw error;
  }
}

/**
 * Hands a mail to the mail server. The same mail always has the same Message-ID, so that a receiver can tell a
 * repeat after a crash.
 * @returns the addresses that the server did not take, while it took others
 * @throws PermanentFailure when the server refuses the mail for good
 */
export async function deliverMail(mail: OutgoingMail, smtpUrl: string): Promise<string[]> {
  const { MAIL_FROM, NEXTAUTH_URL } = config();
  const attachments = await filesOf(mail);
  const transport = createTransport(boundedUrl(smtpUrl), {
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { rejected } = await transport.sendMail({
      from: senderOf(MAIL_FROM, mail.fromName),
      to: [mail.recipient, ...mail.alsoTo].map(plain),
      cc: mail.cc.map(plain),
      ...(mail.replyTo && { replyTo: plain(mail.replyTo) }),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments,
      messageId: `<${mail.id}@${new URL(NEXTAUTH_URL).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return rejected.map((each) => (typeof each === 'string' ? each : each.address));
  } catch (error) {
    if (isFinal(error)) throw new PermanentFailure('the mail server refuses this mail', { cause: error });
    throw error;
  } finally {
    for (const { content } of attachments) content.destroy();
    transport.close();
  }
}
