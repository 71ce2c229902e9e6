import type { Role } from '../../platform/permissions';
import type { MailTexts } from '../templates';

const roleNames: Record<Role, string> = {
  owner: 'владелец',
  admin: 'администратор',
  manager: 'менеджер',
  analyst: 'аналитик',
  viewer: 'наблюдатель',
};

export const ru: MailTexts = {
  footer: 'Отправлено программой Countinghouse',
  mails: {
    invitation: ({ inviter, company, role, days }) => ({
      subject: `${inviter} приглашает вас в компанию ${company}`,
      before: [
        `${inviter} приглашает вас работать в компании ${company} в Countinghouse. Ваша роль: ${roleNames[role]}.`,
      ],
      action: 'Принять приглашение',
      after: [
        `Срок действия ссылки в днях: ${days}. Если вы не ждали этого письма, просто не отвечайте на него.`,
      ],
    }),
    'password-reset': ({ name }) => ({
      subject: 'Выберите новый пароль',
      before: [
        `Здравствуйте, ${name}!`,
        'Кто-то запросил новый пароль для вашей учётной записи в Countinghouse. Если это были вы, задайте его по ссылке. Она сработает один раз в течение часа.',
      ],
      action: 'Задать новый пароль',
      after: ['Если это были не вы, ничего не делайте: пароль останется прежним.'],
    }),
    'password-changed': ({ name }) => ({
      subject: 'Ваш пароль изменён',
      before: [
        `Здравствуйте, ${name}!`,
        'Пароль вашей учётной записи в Countinghouse изменён, сеансы на других устройствах завершены. Если это сделали вы, всё в порядке.',
      ],
      action: 'Это был не я: задать новый пароль',
      after: [],
    }),
  },
};
