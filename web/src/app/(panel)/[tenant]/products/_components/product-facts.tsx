import { unitLabel, type ProductDto } from '@countinghouse/core/products/schemas';
import { useTranslations } from 'next-intl';
import { showTime, type Reader } from '../../../../../ui/reader';
import { nameOf } from '../../_components/choices';
import classes from '../../_components/detail.module.css';
import { Facts } from '../../_components/facts';
import { Price } from './price';

interface ProductFactsProps {
  product: ProductDto;
  taxName: string | undefined;
  reader: Reader;
}

/** What the product is, what one unit costs, what it is called elsewhere. */
export function ProductFacts({ product, taxName, reader }: ProductFactsProps) {
  const t = useTranslations('products');
  const unit = unitLabel(product.unit, reader.language);
  const facts: [string, string | undefined][] = [
    [t('fields.sku'), product.sku],
    [t('fields.unit'), unit],
    [t('fields.taxCategoryId'), taxName],
    ...Object.entries(product.names).map(
      ([language, name]) =>
        [t('nameIn', { language: nameOf('language', language, reader.language) }), name] as [string, string],
    ),
    [t('fields.tags'), product.tags.join(', ')],
    [t('fields.createdAt'), showTime(product.createdAt, reader)],
  ];
  return (
    <section className={classes.box}>
      <h2>{t('fields.unitPrice')}</h2>
      <p className={classes.large}>
        <Price product={product} numberFormat={reader.numberFormat} /> <small>/ {unit}</small>
      </p>
      <Facts facts={facts} />
    </section>
  );
}
