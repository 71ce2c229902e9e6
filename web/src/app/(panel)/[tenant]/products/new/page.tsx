import type { Metadata } from 'next';
import { may } from '@countinghouse/core/platform/permissions';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { PageHeader } from '../../../../../ui/page-header';
import { productChoices } from '../_components/product-choices';
import { ProductForm } from '../_components/product-form';
import { emptyValues } from '../_components/product-values';
import { taxCategories } from '../tax-names';

interface PageProps {
  params: Promise<{ tenant: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('products');
  return { title: t('new') };
}

export default async function NewProductPage({ params }: PageProps) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  if (!may(company.ctx.actor, 'products:write')) notFound();
  const [t, language, taxes] = await Promise.all([
    getTranslations('products'),
    getLocale(),
    taxCategories(company.ctx),
  ]);
  const initial = emptyValues({
    currency: company.tenant.currency,
    taxCategoryId: taxes.find(({ isDefault }) => isDefault)?.id ?? '',
  });
  return (
    <>
      <PageHeader title={t('new')} />
      <ClientMessages areas={['products']}>
        <ProductForm
          tenant={tenant}
          initial={initial}
          choices={productChoices(language, taxes)}
          numberFormat={readerOf(company).numberFormat}
        />
      </ClientMessages>
    </>
  );
}
