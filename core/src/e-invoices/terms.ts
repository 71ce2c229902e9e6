import { xmlText } from './text';

/** A discount for early payment, as German machines read it (XRechnung BR-DE-18, Peppol DE-R-018). */
const discountLine = /^#SKONTO#TAGE=\d+#PROZENT=\d+\.\d{2}(#BASISBETRAG=-?\d+\.\d{2})?#$/;

/** Terms of payment (BT-20). Lines that begin with # are for machines alone; after the last of them a line ends. */
export function paymentTerms(terms: string): string {
  const lines = xmlText(terms)
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (discountLine.test(line) ? line : line.replace(/^[#\s]+/, '')));
  const text = lines.join('\n').trim();
  return lines.some((line) => discountLine.test(line)) ? `${text}\n` : text;
}
