import type { Role } from '../../platform/permissions';
import type { MailTexts } from '../templates';

const roleNames: Record<Role, string> = {
  owner: 'egasi',
  admin: 'administrator',
  manager: 'menejer',
  analyst: 'tahlilchi',
  viewer: 'kuzatuvchi',
};

export const uz: MailTexts = {
  footer: 'Countinghouse dasturi yubordi',
  mails: {
    invitation: ({ inviter, company, role, days }) => ({
      subject: `${inviter} sizni ${company} kompaniyasiga taklif qilmoqda`,
      before: [
        `${inviter} sizni Countinghouse dasturidagi ${company} kompaniyasida ishlashga taklif qildi. Sizning rolingiz: ${roleNames[role]}.`,
      ],
      action: 'Taklifni qabul qilish',
      after: [`Havola ${days} kun amal qiladi. Agar bu xatni kutmagan bo‘lsangiz, unga e’tibor bermang.`],
    }),
    'password-reset': ({ name }) => ({
      subject: 'Yangi parol tanlang',
      before: [
        `Assalomu alaykum, ${name}!`,
        'Kimdir sizning Countinghouse hisobingiz uchun yangi parol so‘radi. Agar bu siz bo‘lsangiz, yangi parolni shu havola orqali tanlang. Havola bir soat ichida bir marta ishlaydi.',
      ],
      action: 'Yangi parol tanlash',
      after: ['Agar bu siz bo‘lmasangiz, hech narsa qilmang: parolingiz o‘zgarmaydi.'],
    }),
    'password-changed': ({ name }) => ({
      subject: 'Parolingiz o‘zgartirildi',
      before: [
        `Assalomu alaykum, ${name}!`,
        'Countinghouse hisobingizning paroli o‘zgartirildi va boshqa qurilmalardagi seanslar yakunlandi. Agar buni siz qilgan bo‘lsangiz, hammasi joyida.',
      ],
      action: 'Bu men emasman: yangi parol tanlash',
      after: [],
    }),
  },
};
