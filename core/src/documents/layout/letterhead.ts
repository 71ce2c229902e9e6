import { html, short, shortName, type Html } from './html';
import type { Writing } from './language';
import type { DocumentSnapshot, SnapshotAddress, SnapshotParty } from '../schemas';

const filled = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => !!text && text.trim() !== '').map(short);

/** City and postal code in the order that is usual where the address is. */
function cityLine({ city, region, postalCode, country }: SnapshotAddress): string {
  const before = ['GB', 'US', 'CA', 'AU', 'NZ', 'IE', 'IN'].includes(country ?? '');
  return filled(before ? [city, region, postalCode] : [postalCode, city, region]).join(' ');
}

export const addressLines = (address: SnapshotAddress | null): string[] =>
  address ? filled([address.line1, address.line2, cityLine(address)]) : [];

/** The name of a country in the language of the document; its code where none is known. */
function countryName(code: string, { language }: Writing): string {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
  // Uzbek letters as the other texts write them, and as the fonts have them.
  return name.replaceAll('\u02bb', '\u2018').replaceAll('\u02bc', '\u2019');
}

const foreign = (address: SnapshotAddress | null, seller: SnapshotParty): string | null =>
  address?.country && address.country !== seller.address?.country ? address.country : null;

export function fullAddress(
  address: SnapshotAddress | null,
  seller: SnapshotParty,
  writing: Writing,
): string[] {
  const country = foreign(address, seller);
  return [...addressLines(address), ...(country ? [countryName(country, writing)] : [])];
}

const line = (text: string, className = ''): Html => html`<div class="${className}" dir="auto">${text}</div>`;

function sellerBox({ seller, brand }: DocumentSnapshot, { words }: Writing, logo: string | undefined): Html {
  const { vatId, taxNumber } = seller;
  const taxId = vatId ? `${words.vatId} ${vatId}` : taxNumber && `${words.taxNumber} ${taxNumber}`;
  const address = addressLines(seller.address).join(', ');
  return html`<div class="seller">
    ${logo && brand.logo ? html`<img class="logo" alt="" src="${logo}" />` : null}
    <div class="who">
      ${line(shortName(seller.name), 'name')} ${address ? line(address, 'muted') : null}
      ${filled([taxId]).map((text) => line(text, 'muted'))}
    </div>
  </div>`;
}

export interface Fact {
  label: string;
  value: string | Html;
}

const fact = ({ label, value }: Fact): Html =>
  html`<tr>
    <th scope="row">${label}</th>
    <td dir="auto">${value}</td>
  </tr>`;

interface Letterhead {
  title: string;
  number: string;
  facts: readonly Fact[];
  /** Below the address: where the goods go. */
  beside: Html | null;
}

/** The top of the first page: who writes, to whom, what, and when. */
export function letterhead(
  snapshot: DocumentSnapshot,
  { title, number, facts, beside }: Letterhead,
  writing: Writing,
  logo: string | undefined,
): Html {
  const { seller, buyer } = snapshot;
  const back = [shortName(seller.name), ...addressLines(seller.address)].join(' · ');
  const contact = filled([buyer.contactName === buyer.name ? null : buyer.contactName]);
  return html`<header>
    <div class="head">
      ${sellerBox(snapshot, writing, logo)}
      <div class="title">
        <h1 dir="auto">${short(title)}</h1>
        <div class="number" dir="auto">${short(number)}</div>
      </div>
    </div>
    <div class="meeting">
      <div class="address">
        <div class="back" dir="auto">${back}</div>
        ${line(shortName(buyer.name), 'recipient')} ${contact.map((text) => line(text))}
        ${fullAddress(buyer.address, seller, writing).map((text) => line(text))} ${beside}
      </div>
      <table class="facts">
        ${facts.map(fact)}
      </table>
    </div>
  </header>`;
}

/** The foot of every page: how to reach the seller, and under which numbers it is registered. */
export function footer({ seller, footer: text }: DocumentSnapshot, { words }: Writing): Html {
  const named = (label: string, value: string | null) => (value ? [`${label} ${short(value)}`] : []);
  const columns = [
    [shortName(seller.name), ...addressLines(seller.address)],
    [...named(words.phone, seller.phone), ...filled([seller.email, seller.website])],
    [
      ...named(words.vatId, seller.vatId),
      ...named(words.taxNumber, seller.taxNumber),
      ...named(words.registration, seller.registrationNumber),
    ],
  ].filter((lines) => lines.length > 0);
  return html`${text.trim() ? html`<div class="own" dir="auto">${text}</div>` : null}
    <div class="columns">
      ${columns.map((lines) => html`<div>${lines.map((each) => line(each))}</div>`)}
    </div>`;
}
