import { isValidBIC, isValidIBAN } from 'ibantools';
import { fault, type FieldFault } from '../platform/errors';

interface Numbers {
  iban: string | null;
  bic: string | null;
  accountNumber: string | null;
}

/** What is wrong with the numbers of an account: IBANs by length, structure and check digits (ISO 13616), BICs by ISO 9362. */
export function accountFaults({ iban, bic, accountNumber }: Numbers): FieldFault[] {
  const faults: FieldFault[] = [];
  if (iban === null && accountNumber === null) faults.push(fault('iban', 'iban-or-number'));
  if (iban !== null && !isValidIBAN(iban)) faults.push(fault('iban', 'iban'));
  if (bic !== null && !isValidBIC(bic)) faults.push(fault('bic', 'bic'));
  return faults;
}
