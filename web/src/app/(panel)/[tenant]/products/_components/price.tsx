import { formatNumber, minorUnits, type NumberFormat } from '@countinghouse/core/platform/money';
import type { ProductDto } from '@countinghouse/core/products/schemas';

interface PriceProps {
  product: Pick<ProductDto, 'unitPrice' | 'currency'>;
  numberFormat: NumberFormat;
}

/** The price of one unit, with all the decimals it has. */
export function Price({ product, numberFormat }: PriceProps) {
  const minDecimals = minorUnits(product.currency);
  return (
    <>
      {formatNumber(product.unitPrice, numberFormat, { minDecimals })} <small>{product.currency}</small>
    </>
  );
}
