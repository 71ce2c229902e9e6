import type { SnapshotBankAccount, SnapshotBrand, SnapshotParty } from '../documents/schemas';
import type { BankAccountDto, CompanyProfileDto } from './schemas';

/** The company as the seller on a document. */
export const sellerOf = (profile: CompanyProfileDto): SnapshotParty => ({
  name: profile.legalName,
  address: profile.address,
  vatId: profile.vatId,
  taxNumber: profile.taxNumber,
  registrationNumber: profile.registrationNumber,
  customerNumber: null,
  contactName: profile.contactName,
  email: profile.email,
  phone: profile.phone,
  website: profile.website,
});

export const brandOf = ({ color, paper, logo }: CompanyProfileDto): SnapshotBrand => ({ color, paper, logo });

const toSnapshot = (account: BankAccountDto): SnapshotBankAccount => ({
  holder: account.holder,
  iban: account.iban,
  bic: account.bic,
  bankName: account.bankName,
  accountNumber: account.accountNumber,
  bankCode: account.bankCode,
  currency: account.currency,
});

/**
 * Where a document in a currency asks to be paid: the accounts in that currency, else the default one, else the first.
 * @param accounts those in use, the default one first, as `bankAccounts` gives them
 */
export function accountsFor(accounts: readonly BankAccountDto[], currency: string): SnapshotBankAccount[] {
  const usable = accounts.filter(({ archived }) => !archived);
  const fitting = usable.filter((account) => account.currency === currency);
  return (fitting.length > 0 ? fitting : usable.slice(0, 1)).map(toSnapshot);
}
