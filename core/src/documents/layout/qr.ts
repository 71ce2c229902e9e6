import { create } from 'qrcode';
import { fixedText } from '../../platform/money';
import type { SnapshotBankAccount } from '../schemas';
import { Html } from './html';

interface Transfer {
  account: SnapshotBankAccount;
  payableMinor: bigint;
  reference: string;
}

const most = 99_999_999_999n;
const mostBytes = 331;
const inOneLine = (text: string, longest: number): string =>
  Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, longest).join('');

/**
 * The text of a payment code as banks scan it (EPC069-12, version 002): a SEPA credit transfer in euro. Null where the
 * account has no IBAN, the amount is none that can be transferred, or the texts are too long.
 */
export function epcText({ account, payableMinor, reference }: Transfer): string | null {
  if (!account.iban || account.currency !== 'EUR' || payableMinor <= 0n || payableMinor > most) return null;
  const amount = `EUR${fixedText(payableMinor, 2)}`;
  const text = [
    'BCD',
    '002',
    '1',
    'SCT',
    account.bic ?? '',
    inOneLine(account.holder, 70),
    account.iban.replace(/\s/g, ''),
    amount,
    '',
    '',
    inOneLine(reference, 140),
  ].join('\n');
  return new TextEncoder().encode(text).length <= mostBytes ? text : null;
}

/** A text as a QR code, drawn as one path; level M, as EPC069-12 asks for. */
export function qrCode(text: string): Html {
  const { modules } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  const { size, data } = modules;
  const strokes: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && data[y * size + x]) x += 1;
      if (x > start) strokes.push(`M${start} ${y}h${x - start}v1h-${x - start}z`);
    }
  }
  return new Html(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" aria-hidden="true"><path d="${strokes.join('')}"/></svg>`,
  );
}
