import type { EAddress, EParty } from './model';
import type { XmlTree } from './xml';

export const ciiAddress = (each: EAddress): XmlTree => ({
  'ram:PostcodeCode': each.postalCode,
  'ram:LineOne': each.line1,
  'ram:LineTwo': each.line2,
  'ram:CityName': each.city,
  'ram:CountryID': each.country,
  'ram:CountrySubDivisionName': each.region,
});

const registered = (id: string, scheme: string): XmlTree | null =>
  id ? { 'ram:ID': { '@schemeID': scheme, '#': id } } : null;

/** BG-4 or BG-7; VA is a VAT number, FC one of the local tax office. */
export function ciiParty(party: EParty): XmlTree {
  const taxes = [registered(party.vatId, 'VA'), registered(party.taxNumber, 'FC')];
  const { contact, endpoint, registration } = party;
  return {
    'ram:ID': party.identifier,
    'ram:Name': party.name,
    'ram:Description': party.legalNote,
    'ram:SpecifiedLegalOrganization': registration && {
      'ram:ID': { '@schemeID': registration.scheme, '#': registration.id },
    },
    'ram:DefinedTradeContact': {
      'ram:PersonName': contact.name,
      'ram:TelephoneUniversalCommunication': { 'ram:CompleteNumber': contact.phone },
      'ram:EmailURIUniversalCommunication': { 'ram:URIID': contact.email },
    },
    'ram:PostalTradeAddress': ciiAddress(party.address),
    'ram:URIUniversalCommunication': endpoint && {
      'ram:URIID': { '@schemeID': endpoint.scheme, '#': endpoint.id },
    },
    'ram:SpecifiedTaxRegistration': taxes.filter((each) => each !== null),
  };
}
