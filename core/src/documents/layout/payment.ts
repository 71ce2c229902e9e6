import type { DocumentSnapshot, SnapshotBankAccount } from '../schemas';
import { block, textBlock, type Block } from './blocks';
import { html, short, type Html } from './html';
import type { Writing } from './language';
import { epcText, qrCode } from './qr';

const inFours = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');

function accountTable(account: SnapshotBankAccount, { words }: Writing): Html {
  const { holder, iban, bic, bankName, accountNumber, bankCode, currency } = account;
  const rows: [string, string | null][] = [
    ['IBAN', iban && inFours(iban)],
    ['BIC', bic],
    [words.account, accountNumber],
    [words.bankCode, bankCode],
  ];
  const head = [short(holder), ...(bankName ? [short(bankName)] : []), currency].join(' · ');
  return html`<div class="account">
    <div class="owner" dir="auto">${head}</div>
    <table>
      ${rows.map(
        ([label, value]) =>
          value &&
          html`<tr>
            <th scope="row">${label}</th>
            <td>${short(value)}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

/** How to pay: terms, accounts, and a code to scan where the first account takes euro. */
export function paymentBlocks(snapshot: DocumentSnapshot, payableMinor: bigint, writing: Writing): Block[] {
  const { terms, accounts, reference } = snapshot.payment;
  if (payableMinor <= 0n || accounts.length === 0) return textBlock(terms, 'terms');
  const euro =
    snapshot.currency === 'EUR'
      ? accounts.find(({ currency, iban }) => currency === 'EUR' && iban)
      : undefined;
  const code = euro && epcText({ account: euro, payableMinor, reference });
  const { words } = writing;
  return [
    ...textBlock(terms, 'terms'),
    block(
      html`<div class="pay">
        ${
          code
            ? html`<figure>
                ${qrCode(code)}
                <figcaption>${words.scan}</figcaption>
              </figure>`
            : null
        }
        <div class="accounts">
          ${accounts.map((account) => accountTable(account, writing))}
          ${reference ? html`<div class="reference" dir="auto">${words.reference}: <b>${short(reference)}</b></div>` : null}
        </div>
      </div>`,
    ),
  ];
}
