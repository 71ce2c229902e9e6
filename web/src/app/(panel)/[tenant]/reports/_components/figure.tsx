import { formatAmount, type MoneyJson, type NumberFormat } from '@countinghouse/core/platform/money';
import classes from './reports.module.css';

interface FigureProps {
  money: MoneyJson;
  numberFormat: NumberFormat;
  /** What it is made of. */
  href?: string;
}

/** An amount in a column whose currency is named above; nothing is a dash, so that figures stand out. */
export function Figure({ money, numberFormat, href }: FigureProps) {
  if (money.amount === '0') return <span className={classes.nothing}>–</span>;
  const text = formatAmount(BigInt(money.amount), money.currency, numberFormat);
  return href ? <a href={href}>{text}</a> : text;
}
