import type { Role } from '../../platform/permissions';
import type { MailTexts } from '../templates';

const roleNames: Record<Role, string> = {
  owner: 'owner',
  admin: 'admin',
  manager: 'manager',
  analyst: 'analyst',
  viewer: 'viewer',
};

export const en: MailTexts = {
  footer: 'Sent by Countinghouse',
  mails: {
    invitation: ({ inviter, company, role, days }) => ({
      subject: `${inviter} invites you to ${company}`,
      before: [
        `${inviter} has invited you to work in ${company} on Countinghouse. Your role: ${roleNames[role]}.`,
      ],
      action: 'Accept the invitation',
      after: [`The link works for ${days} days. If you did not expect this mail, you can ignore it.`],
    }),
    'password-reset': ({ name }) => ({
      subject: 'Choose a new password',
      before: [
        `Hello ${name},`,
        'Someone asked for a new password for your Countinghouse account. If it was you, choose one here. The link works once, for one hour.',
      ],
      action: 'Choose a new password',
      after: ['If it was not you, do nothing: your password stays as it is.'],
    }),
    'password-changed': ({ name }) => ({
      subject: 'Your password was changed',
      before: [
        `Hello ${name},`,
        'The password of your Countinghouse account was changed, and your sessions on other devices were ended. If it was you, all is well.',
      ],
      action: 'It was not me: choose a new password',
      after: [],
    }),
  },
};
