import { formatAmount, type NumberFormat } from '@countinghouse/core/platform/money';
import classes from './amount.module.css';

interface AmountProps {
  /** Minor units. */
  minor: bigint | string;
  currency: string;
  numberFormat: NumberFormat;
  /** The large figure of a page or panel. */
  large?: boolean;
}

/** An amount of money in tabular figures, its currency small beside it. */
export function Amount({ minor, currency, numberFormat, large = false }: AmountProps) {
  return (
    <span className={large ? classes.large : classes.amount}>
      {formatAmount(BigInt(minor), currency, numberFormat)} <small>{currency}</small>
    </span>
  );
}
