import { createBankAccount, setLogo, updateCompanyProfile } from '../company';
import type { Ctx } from '../platform/context';
import { objects } from '../platform/objects';
import { demoLogo } from './logo';

const nowhere = { line2: null, region: null, country: 'GB' };

/** Makes the demo company ready to issue documents: who it is, where it is paid, how its papers look. */
export async function demoCompany(ctx: Ctx): Promise<void> {
  const { version } = await updateCompanyProfile(ctx, 1, {
    legalName: 'Meridian Gifts Ltd',
    address: { ...nowhere, line1: '14 Wharf Street', city: 'Leeds', postalCode: 'LS2 7EQ' },
    registrationNumber: '04182026',
    vatId: 'GB418202679',
    email: 'accounts@meridian-gifts.example',
    phone: '+44 113 496 0418',
    website: 'www.meridian-gifts.example',
    contactName: 'Aziza Olimova',
    mailFromName: 'Meridian Gifts',
    mailReplyTo: 'accounts@meridian-gifts.example',
    texts: {
      en: {
        invoice: {
          intro: 'Thank you for your order, {customer}. We have packed it with care:',
          outro: 'We look forward to seeing you again at Wharf Street.',
          terms: 'Please pay within {days} days, by {dueDate}, quoting {number}.',
          footer: 'Meridian Gifts Ltd is registered in England and Wales.',
        },
      },
    },
  });
  await createBankAccount(ctx, {
    name: 'Business account',
    iban: 'GB33BUKB20201555555555',
    bic: 'BUKBGB22',
    bankName: 'Example Bank plc',
    accountNumber: '55555555',
    bankCode: '20-20-15',
    currency: 'GBP',
  });
  await createBankAccount(ctx, {
    name: 'Euro account',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFF',
    bankName: 'Example Bank AG',
    currency: 'EUR',
  });
  await objects().prepare();
  await setLogo(ctx, version, demoLogo());
}

/** The company beside it can issue documents, too; nothing of them may ever be seen in the other. */
export async function rivalCompany(ctx: Ctx): Promise<void> {
  await updateCompanyProfile(ctx, 1, {
    legalName: 'Rival Trading Ltd',
    address: { ...nowhere, line1: '2 Quay Road', city: 'Hull', postalCode: 'HU1 1AA' },
    registrationNumber: '09999999',
  });
  await createBankAccount(ctx, {
    name: 'Main',
    accountNumber: '31926819',
    bankCode: '60-16-13',
    currency: 'GBP',
  });
}
