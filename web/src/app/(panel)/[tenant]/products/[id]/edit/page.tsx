import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { getProduct } from '@countinghouse/core/products';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../../server/or-not-found';
import { readerOf } from '../../../../../../server/reader';
import { requireCompany } from '../../../../../../server/session';
import { PageHeader } from '../../../../../../ui/page-header';
import { productChoices } from '../../_components/product-choices';
import { ProductForm } from '../../_components/product-form';
import { valuesOf } from '../../_components/product-values';
import { taxCategories } from '../../tax-names';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('products');
  return { title: t('change') };
}

export default async function EditProductPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'products:write')) notFound();
  const product = await orNotFound(getProduct(company.ctx, id));
  const [t, language, taxes] = await Promise.all([
    getTranslations('products'),
    getLocale(),
    taxCategories(company.ctx),
  ]);
  const { numberFormat } = readerOf(company);
  return (
    <>
      <PageHeader title={t('changeTitle', { name: product.name })} />
      <ClientMessages areas={['products']}>
        <ProductForm
          tenant={tenant}
          initial={valuesOf(product, numberFormat)}
          choices={productChoices(language, taxes, product)}
          numberFormat={numberFormat}
          edited={{ id, version: product.version }}
        />
      </ClientMessages>
    </>
  );
}
