import { accountNumber, plainText, reference, type ParsedTransaction } from './statement';

type Details = Pick<
  ParsedTransaction,
  'counterpartyName' | 'counterpartyAccount' | 'remittance' | 'creditorReference' | 'endToEndId'
>;

/** Lines break wherever they are full: only a line that ends early ends a word. */
const joined = (lines: readonly string[], full: number) =>
  lines.map((line, index) => (index < lines.length - 1 && line.length < full ? `${line} ` : line)).join('');

/** Parts that SEPA payments write into the text, such as `EREF+…SVWZ+…`. */
const sepaTags = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|RREF)\+/g;

function sepaParts(text: string): Map<string, string> | undefined {
  const marks = [...text.matchAll(sepaTags)];
  if (marks.length === 0) return undefined;
  const parts = new Map<string, string>();
  const before = text.slice(0, marks[0]?.index).trim();
  if (before) parts.set('', before);
  marks.forEach((mark, index) => {
    const end = marks[index + 1]?.index ?? text.length;
    parts.set(mark[1] ?? '', text.slice(mark.index + mark[0].length, end).trim());
  });
  return parts;
}

/** `166?00SEPA-UEBERWEISUNG?20EREF+…?32NAME`: as German banks write it; the mark is whatever stands behind the code. */
function marked(text: string): Details | undefined {
  const start = /^\d{3}([^\p{L}\p{N}\s])\d{2}/u.exec(text);
  const mark = start?.[1];
  if (!mark) return undefined;
  const fields = new Map<string, string>();
  for (const part of text.slice(3).split(mark)) {
    const match = /^(\d{2})([\s\S]*)$/.exec(part);
    if (match) fields.set(match[1] ?? '', match[2] ?? '');
  }
  const lines = [...fields].filter(([code]) => /^(2\d|6[0-3])$/.test(code)).map(([, line]) => line);
  const written = joined(lines, 27);
  const sepa = sepaParts(written);
  const text_ = sepa ? [sepa.get(''), sepa.get('SVWZ')].filter(Boolean).join(' ') : written;
  return {
    counterpartyName: plainText(`${fields.get('32') ?? ''}${fields.get('33') ?? ''}`, 200),
    counterpartyAccount: accountNumber(fields.get('31') || sepa?.get('IBAN')),
    remittance: plainText(text_, 1_000),
    creditorReference: null,
    endToEndId: reference(sepa?.get('EREF')),
  };
}

/** `/EREF/…/NAME/…/REMI/…`: as Dutch and other banks write it. */
function slashed(text: string): Details | undefined {
  const codes =
    'TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CNTP|MARF|CSID|RTRN|ISDT|PREF|SVCL|PURP|ULTB|ULTD|CHGS';
  const parts = new Map<string, string>();
  for (const match of text.matchAll(new RegExp(`/(${codes})/([\\s\\S]*?)(?=/(?:${codes})/|$)`, 'g'))) {
    parts.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  if (parts.size === 0) return undefined;
  const [account, , name] = parts.get('CNTP')?.split('/') ?? [];
  const remi = parts.get('REMI') ?? '';
  const structured = /^STRD\/(?:CUR|ISO)?\/?([^/]+)/.exec(remi)?.[1];
  return {
    counterpartyName: plainText(parts.get('NAME') ?? name ?? '', 200),
    counterpartyAccount: accountNumber(parts.get('IBAN') ?? account),
    remittance: plainText(structured ? '' : remi.replace(/^USTD\/\//, '').replace(/\/$/, ''), 1_000),
    creditorReference: reference(structured),
    endToEndId: reference(parts.get('EREF')?.replace(/\/$/, '')),
  };
}

/** What `:86:` says of a movement; in plain text it is all for people. `supplement` is what `:61:` adds. */
export function mt940Details(lines: readonly string[], supplement: string): Details {
  const told = marked(lines.join('')) ?? slashed(lines.join(''));
  if (told) return told;
  return {
    counterpartyName: '',
    counterpartyAccount: null,
    remittance: plainText(joined(lines, 65) || supplement, 1_000),
    creditorReference: null,
    endToEndId: null,
  };
}
