export {
  claimMail,
  mailOutcome,
  markMailFailed,
  markMailSent,
  releaseMail,
  type OutgoingMail,
} from './delivery';
export { mailLink, type MailPage } from './link';
export { listMails, mailsAreShown, type MailLine } from './list';
export { queueMail, type NewMail } from './queue';
export { sweepMails } from './sweep';
export type { MailTemplate, MailValues } from './templates';
export { queueWrittenMail, type MailAttachment } from './written';
