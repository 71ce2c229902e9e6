import type { Language } from '../platform/time';
import type { ReminderTexts } from './schemas';

interface StandardLevel {
  days: number;
  gapDays: number;
  names: Readonly<Record<Language, string>>;
  texts: Readonly<Record<Language, ReminderTexts>>;
}

const words = (title: string, intro: string, outro: string): ReminderTexts => ({ title, intro, outro });

/** Levels that most companies begin with: a note before the due date, two reminders, and a last one. */
export const standardLevels: readonly StandardLevel[] = [
  {
    days: -3,
    gapDays: 0,
    names: { en: 'Friendly note', ru: 'Дружеское напоминание', uz: 'Do‘stona eslatma' },
    texts: {
      en: words(
        'Soon due for payment',
        'We would like to remind you that the following will be due soon:',
        'If you have paid already, please disregard this letter.',
      ),
      ru: words(
        'Скоро срок оплаты',
        'Напоминаем, что скоро наступит срок оплаты:',
        'Если вы уже оплатили, не обращайте внимания на это письмо.',
      ),
      uz: words(
        'To‘lov muddati yaqinlashmoqda',
        'Quyidagilarning to‘lov muddati yaqinlashayotganini eslatamiz:',
        'Agar allaqachon to‘lagan bo‘lsangiz, bu xatga e’tibor bermang.',
      ),
    },
  },
  {
    days: 7,
    gapDays: 7,
    names: { en: 'First reminder', ru: 'Первое напоминание', uz: 'Birinchi eslatma' },
    texts: {
      en: words('Payment reminder', '', ''),
      ru: words('Напоминание об оплате', '', ''),
      uz: words('To‘lov haqida eslatma', '', ''),
    },
  },
  {
    days: 21,
    gapDays: 10,
    names: { en: 'Second reminder', ru: 'Второе напоминание', uz: 'Ikkinchi eslatma' },
    texts: {
      en: words(
        'Second payment reminder',
        'Despite our reminder we have not received a payment for the following:',
        'Please tell us if something keeps you from paying. If you have paid in the meantime, please disregard this letter.',
      ),
      ru: words(
        'Повторное напоминание об оплате',
        'Несмотря на наше напоминание, мы не получили оплату за следующее:',
        'Сообщите нам, если что-то мешает вам заплатить. Если вы уже оплатили, не обращайте внимания на это письмо.',
      ),
      uz: words(
        'To‘lov haqida takroriy eslatma',
        'Eslatmamizga qaramay, quyidagilar uchun to‘lov kelib tushmadi:',
        'To‘lashga biror narsa xalaqit berayotgan bo‘lsa, bizga xabar bering. Agar allaqachon to‘lagan bo‘lsangiz, bu xatga e’tibor bermang.',
      ),
    },
  },
  {
    days: 35,
    gapDays: 10,
    names: { en: 'Final reminder', ru: 'Последнее напоминание', uz: 'Oxirgi eslatma' },
    texts: {
      en: words(
        'Final reminder',
        'The following is still open although we have reminded you several times:',
        'If no payment arrives by then, we have to take further steps to collect it.',
      ),
      ru: words(
        'Последнее напоминание',
        'Следующее по-прежнему не оплачено, хотя мы напоминали несколько раз:',
        'Если оплата не поступит к этому сроку, мы будем вынуждены принять дальнейшие меры ко взысканию.',
      ),
      uz: words(
        'Oxirgi eslatma',
        'Bir necha bor eslatganimizga qaramay, quyidagilar hali ham to‘lanmagan:',
        'Agar shu muddatgacha to‘lov kelib tushmasa, uni undirish choralarini ko‘rishga majbur bo‘lamiz.',
      ),
    },
  },
];
