/**
 * Currencies and the number of decimals of their minor unit, as ISO 4217 lists them (list one, 2026).
 * The table is ours: Intl follows habits of display instead (UZS 2 but HUF, IDR, COP 0) and differs
 * between browser and server versions. Without codes that have no minor unit (gold, SDR, test codes).
 */
const twoDecimals =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
  'CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL ' +
  'HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU ' +
  'MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR ' +
  'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED ' +
  'VES WST XCD XCG YER ZAR ZMW ZWG';
const noDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND';
const fourDecimals = 'CLF UYW';

/** Withdrawn since 2010, still found in older books: valid, but not offered for new entries. */
const withdrawnTwoDecimals = 'ANG BGN CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL';
const withdrawnNoDecimals = 'BYR';

const codes = (list: string) => list.split(' ');

const decimalsByCode: ReadonlyMap<string, number> = new Map([
  ...codes(twoDecimals).map((code) => [code, 2] as const),
  ...codes(noDecimals).map((code) => [code, 0] as const),
  ...codes(threeDecimals).map((code) => [code, 3] as const),
  ...codes(fourDecimals).map((code) => [code, 4] as const),
  ...codes(withdrawnTwoDecimals).map((code) => [code, 2] as const),
  ...codes(withdrawnNoDecimals).map((code) => [code, 0] as const),
]);

/** Codes of the currencies in use, sorted: what a list to choose from offers. */
export const currencies: readonly string[] = codes(
  [twoDecimals, noDecimals, threeDecimals, fourDecimals].join(' '),
).sort();

/** Whether `code` is an ISO 4217 currency with a minor unit, in use or withdrawn since 2010. Upper case only. */
export const isCurrency = (code: string): boolean => decimalsByCode.has(code);

/**
 * Decimals of the currency's minor unit: EUR 2, JPY 0, UZS 2, KWD 3 (ISO 4217).
 * @throws RangeError for a code that is no currency
 */
export function minorUnits(currency: string): number {
  const decimals = decimalsByCode.get(currency);
  if (decimals === undefined) throw new RangeError(`${currency} is not an ISO 4217 currency`);
  return decimals;
}
