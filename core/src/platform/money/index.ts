export { currencies, isCurrency, minorUnits } from './currencies';
export {
  type Decimal,
  DecimalError,
  type DecimalFault,
  type DecimalLimits,
  compareDecimals,
  decimalText,
  divideHalfUp,
  fixedText,
  multiplyDecimals,
  parseDecimal,
  powerOfTen,
  roundHalfUp,
} from './decimal';
export {
  type Money,
  type MoneyJson,
  fitsMinor,
  formatMinor,
  minorFromText,
  moneyFromJson,
  moneyToJson,
  toMinor,
} from './money';
export { type NumberFormat, formatAmount, formatMoney, formatNumber, numberFormats } from './format';
export { parseAmountInput } from './parse-amount';
export { CurrencyCode, DecimalText, MinorText, MoneyDto, NumberFormatName, PercentText } from './schemas';
