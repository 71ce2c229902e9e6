import type { SnapshotAddress, SnapshotParty, TradeSnapshot } from '../documents/schemas';
import { endpointOf } from './endpoint';
import type { EAddress, EParty } from './model';
import { isOutsideScope } from './tax-codes';
import { joined, xmlText } from './text';

/** Registers of companies (ISO 6523) that a country's numbers are known to come from, by their form. */
const registers: Readonly<Record<string, readonly [form: RegExp, scheme: string]>> = {
  BE: [/^\d{10}$/, '0208'],
  DK: [/^(DK)?\d{8}$/, '0184'],
  EE: [/^\d{8}$/, '0191'],
  FI: [/^\d{7}-?\d$/, '0212'],
  IS: [/^\d{10}$/, '0196'],
  LT: [/^\d{7,9}$/, '0200'],
  LV: [/^\d{11}$/, '0218'],
  NL: [/^\d{8}$/, '0106'],
  NO: [/^\d{9}$/, '0192'],
  SE: [/^\d{10}$/, '0007'],
};

export function readAddress(address: SnapshotAddress | null): EAddress {
  const country = xmlText(address?.country);
  return {
    line1: xmlText(address?.line1),
    line2: xmlText(address?.line2),
    city: xmlText(address?.city),
    postalCode: xmlText(address?.postalCode),
    region: xmlText(address?.region),
    // The code lists of EN 16931 call Kosovo 1A (BR-CL-14).
    country: country === 'XK' ? '1A' : country,
  };
}

function registrationOf({ registrationNumber, address }: SnapshotParty): EParty['registration'] {
  const id = xmlText(registrationNumber);
  if (id === '') return null;
  const [form, scheme] = registers[address?.country ?? ''] ?? [];
  return { id, scheme: scheme && form?.test(id) ? scheme : null };
}

function readParty(party: SnapshotParty, snapshot: TradeSnapshot): EParty {
  return {
    name: xmlText(party.name),
    identifier: xmlText(party.customerNumber),
    registration: registrationOf(party),
    // BR-O-02: outside the scope of tax nobody's VAT number is told.
    vatId: isOutsideScope(snapshot) ? '' : xmlText(party.vatId),
    taxNumber: '',
    legalNote: '',
    endpoint: endpointOf(party),
    address: readAddress(party.address),
    contact: {
      name: xmlText(party.contactName),
      phone: xmlText(party.phone),
      email: xmlText(party.email),
    },
  };
}

/** The seller; without VAT number and registration its tax number identifies it (BR-CO-26). */
export function readSeller(snapshot: TradeSnapshot): EParty {
  const { seller, footer } = snapshot;
  const party = readParty(seller, snapshot);
  const number = xmlText(seller.taxNumber) || xmlText(seller.vatId);
  const isKnown = party.vatId !== '' || party.registration !== null;
  return {
    ...party,
    identifier: isKnown ? '' : number,
    taxNumber: xmlText(seller.taxNumber),
    legalNote: joined(footer),
  };
}

export const readBuyer = (snapshot: TradeSnapshot): EParty => readParty(snapshot.buyer, snapshot);
