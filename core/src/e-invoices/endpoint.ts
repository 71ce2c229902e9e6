import type { SnapshotParty } from '../documents/schemas';
import { xmlText } from './text';

export interface Endpoint {
  id: string;
  /** Code of the list EAS: 99xx and the like are VAT numbers, EM is an e-mail address. */
  scheme: string;
}

/** Electronic address schemes (EAS) whose identifiers are the VAT numbers of a country. */
const vatSchemes: Readonly<Record<string, string>> = {
  AD: '9922',
  AL: '9923',
  AT: '9914',
  BA: '9924',
  BE: '9925',
  BG: '9926',
  CH: '9927',
  CY: '9928',
  CZ: '9929',
  DE: '9930',
  EE: '9931',
  EL: '9933',
  ES: '9920',
  FI: '0213',
  FR: '9957',
  GB: '9932',
  HR: '9934',
  HU: '9910',
  IE: '9935',
  IT: '0211',
  LI: '9936',
  LT: '9937',
  LU: '9938',
  LV: '9939',
  MC: '9940',
  ME: '9941',
  MK: '9942',
  MT: '9943',
  NL: '9944',
  PL: '9945',
  PT: '9946',
  RO: '9947',
  RS: '9948',
  SI: '9949',
  SK: '9950',
  SM: '9951',
  TR: '9952',
  VA: '9953',
};

/** An address that can hold e-mail; what lies behind it is for the post office to find out. */
const email = /^[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}$/;
export const isEmail = (text: string | null): boolean => email.test(xmlText(text));

/** Where a party takes electronic documents (BT-34, BT-49): by its VAT number where that is known, else by e-mail. */
export function endpointOf({ vatId, email }: SnapshotParty): Endpoint | null {
  const id = xmlText(vatId);
  const scheme = vatSchemes[id.slice(0, 2)];
  if (scheme) return { id, scheme };
  return isEmail(email) ? { id: xmlText(email), scheme: 'EM' } : null;
}
