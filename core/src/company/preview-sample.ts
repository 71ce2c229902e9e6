import {
  sampleSnapshot,
  titleOf,
  writing,
  type DocumentKind,
  type DocumentSnapshot,
  type LetterSnapshot,
  type TradeSnapshot,
} from '../documents';
import { addDays, type Language } from '../platform/time';
import type { BankAccountDto, CompanyProfileDto } from './schemas';
import { accountsFor, brandOf, sellerOf } from './snapshot-parts';
import { filledTexts, textsFor } from './texts-of';

const RATE = '1.1742';

export interface Sampled {
  kind: DocumentKind;
  language: Language;
  number: string;
  /** YYYY-MM-DD in the company's zone. */
  today: string;
  currency: string;
  profile: CompanyProfileDto;
  accounts: readonly BankAccountDto[];
}

/** The amount to the nearest step, halves away from zero, less the amount. */
function roundingOf(total: bigint, step: bigint): bigint {
  const rest = total % step;
  return rest * 2n >= step ? step - rest : -rest;
}

function totalsOf(sample: TradeSnapshot, profile: CompanyProfileDto): TradeSnapshot['totals'] {
  const total = BigInt(sample.totals.totalMinor);
  const rounding = sample.kind === 'offer' ? 0n : roundingOf(total, BigInt(profile.cashRoundingMinor));
  return {
    ...sample.totals,
    roundingMinor: rounding.toString(),
    payableMinor: (total + rounding).toString(),
  };
}

const inTaxCurrency = (sample: TradeSnapshot, currency: string | null): TradeSnapshot['taxCurrency'] =>
  currency === null || currency === sample.currency
    ? null
    : {
        currency,
        rate: RATE,
        rateDate: sample.issueDate,
        rateSource: 'ECB',
        taxMinor: Math.round(Number(sample.totals.taxMinor) * Number(RATE)).toString(),
      };

const letterOf = (kind: LetterSnapshot['kind'], sample: TradeSnapshot, title: string): LetterSnapshot => ({
  schema: 1,
  kind,
  language: sample.language,
  issueDate: sample.issueDate,
  title,
  seller: sample.seller,
  buyer: sample.buyer,
  currency: sample.currency,
  period: kind === 'statement' ? { from: addDays(sample.issueDate, -30), to: sample.issueDate } : null,
  openingMinor: '0',
  entries: [
    {
      date: addDays(sample.issueDate, -30),
      number: 'INV-0001',
      kind: 'invoice',
      dueDate: addDays(sample.issueDate, -16),
      amountMinor: sample.totals.totalMinor,
      openMinor: sample.totals.totalMinor,
    },
  ],
  totalMinor: sample.totals.totalMinor,
  payment: sample.payment,
  intro: sample.intro,
  outro: sample.outro,
  footer: sample.footer,
  brand: sample.brand,
});

type Texts = Pick<TradeSnapshot, 'intro' | 'outro' | 'footer'> & { terms: string };

function textsOf(
  { kind, language, number, today, currency, profile }: Sampled,
  dueDate: string,
  days: number,
): Texts {
  const texts = textsFor(profile, language, kind);
  const { date, money } = writing(language, profile.paper);
  const { buyer, totals } = sampleSnapshot();
  return filledTexts(texts, {
    number,
    date: date(today),
    dueDate: date(dueDate),
    days: String(days),
    total: money(totals.totalMinor, currency),
    company: profile.legalName,
    customer: buyer.name,
  });
}

/** A document of a kind as a company would issue it today, with the lines of the sample. */
export function sampleOf(sampled: Sampled): DocumentSnapshot {
  const { kind, language, number, today, currency, profile, accounts } = sampled;
  const isLetter = kind === 'reminder' || kind === 'statement';
  const days = kind === 'offer' ? profile.offerValidDays : profile.paymentTermsDays;
  const dueDate = addDays(today, days);
  const { terms, ...texts } = textsOf(sampled, dueDate, days);
  const sample = sampleSnapshot({
    kind: isLetter ? 'invoice' : kind,
    language,
    issueDate: today,
    dueDate: kind === 'offer' || kind === 'credit_note' ? null : dueDate,
    validUntil: kind === 'offer' ? dueDate : null,
    deliveryFrom: kind === 'invoice' || kind === 'credit_note' ? today : null,
    seller: sellerOf(profile),
    currency,
    brand: brandOf(profile),
    payment: { terms, reference: number, accounts: accountsFor(accounts, currency) },
    ...texts,
  });
  if (isLetter) return letterOf(kind, sample, titleOf(kind, language));
  return {
    ...sample,
    totals: totalsOf(sample, profile),
    taxCurrency: inTaxCurrency(sample, profile.taxCurrency),
  };
}
