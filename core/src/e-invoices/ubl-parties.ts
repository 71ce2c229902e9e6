import type { EAddress, EInvoice, EParty } from './model';
import type { XmlTree } from './xml';

const identifier = (id: string, scheme: string | null): XmlTree => ({ '@schemeID': scheme, '#': id });

const address = (each: EAddress): XmlTree => ({
  'cbc:StreetName': each.line1,
  'cbc:AdditionalStreetName': each.line2,
  'cbc:CityName': each.city,
  'cbc:PostalZone': each.postalCode,
  'cbc:CountrySubentity': each.region,
  'cac:Country': { 'cbc:IdentificationCode': each.country },
});

const taxScheme = (id: string, scheme: string): XmlTree | null =>
  id ? { 'cbc:CompanyID': id, 'cac:TaxScheme': { 'cbc:ID': scheme } } : null;

/** BG-4 or BG-7; a scheme other than VAT marks the number of the local tax office (BT-32). */
export function ublParty(party: EParty): XmlTree {
  const schemes = [taxScheme(party.vatId, 'VAT'), taxScheme(party.taxNumber, 'TAX')];
  return {
    'cbc:EndpointID': party.endpoint && identifier(party.endpoint.id, party.endpoint.scheme),
    'cac:PartyIdentification': { 'cbc:ID': party.identifier },
    'cac:PostalAddress': address(party.address),
    'cac:PartyTaxScheme': schemes.filter((each) => each !== null),
    'cac:PartyLegalEntity': {
      'cbc:RegistrationName': party.name,
      'cbc:CompanyID': party.registration && identifier(party.registration.id, party.registration.scheme),
      'cbc:CompanyLegalForm': party.legalNote,
    },
    'cac:Contact': {
      'cbc:Name': party.contact.name,
      'cbc:Telephone': party.contact.phone,
      'cbc:ElectronicMail': party.contact.email,
    },
  };
}

/** BG-13 */
export const ublDelivery = ({ deliveryDate, deliverTo }: EInvoice): XmlTree => ({
  'cbc:ActualDeliveryDate': deliveryDate,
  'cac:DeliveryLocation': { 'cac:Address': deliverTo && address(deliverTo) },
});
