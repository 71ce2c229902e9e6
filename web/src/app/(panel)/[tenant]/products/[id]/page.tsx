import type { Metadata } from 'next';
import { historyOf } from '@countinghouse/core/audit-log';
import { may } from '@countinghouse/core/platform/permissions';
import { getProduct } from '@countinghouse/core/products';
import { IconPencil, IconShoppingCart } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../../../i18n/client-messages';
import { orNotFound } from '../../../../../server/or-not-found';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { PageHeader } from '../../../../../ui/page-header';
import { StatusLabel } from '../../../../../ui/status-label';
import { ArchiveButton } from '../../_components/archive-button';
import classes from '../../_components/detail.module.css';
import { RecordHistory } from '../../_components/record-history';
import { ProductFacts } from '../_components/product-facts';
import { archiveProductAction, restoreProductAction } from '../actions';
import { taxCategories, taxNamesOf } from '../tax-names';

interface PageProps {
  params: Promise<{ tenant: string; id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tenant, id } = await params;
  const { ctx } = await requireCompany(tenant);
  return { title: (await orNotFound(getProduct(ctx, id))).name };
}

export default async function ProductPage({ params }: PageProps) {
  const { tenant, id } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const product = await orNotFound(getProduct(ctx, id));
  const [t, history, taxes] = await Promise.all([
    getTranslations('products'),
    historyOf(ctx, 'product', id),
    taxCategories(ctx),
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'products:write');
  return (
    <>
      <PageHeader
        title={product.name}
        labels={product.archived && <StatusLabel tone="off">{t('archived')}</StatusLabel>}
        actions={
          <>
            {may(ctx.actor, 'orders:read') && (
              <ButtonLink
                icon={IconShoppingCart}
                href={`/${tenant}/orders?${new URLSearchParams({ q: product.sku })}`}
              >
                {t('itsOrders')}
              </ButtonLink>
            )}
            {writes && (
              <ClientMessages areas={['products']}>
                <ArchiveButton
                  area="products"
                  tenant={tenant}
                  id={id}
                  archived={product.archived}
                  archive={archiveProductAction}
                  restore={restoreProductAction}
                />
              </ClientMessages>
            )}
          </>
        }
        primary={
          writes && (
            <ButtonLink href={`/${tenant}/products/${id}/edit`} icon={IconPencil}>
              {t('change')}
            </ButtonLink>
          )
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <ProductFacts
            product={product}
            taxName={taxNamesOf(taxes).get(product.taxCategoryId)}
            reader={reader}
          />
        </div>
        <aside className={classes.side}>
          <RecordHistory area="products" lines={history} reader={reader} />
        </aside>
      </div>
    </>
  );
}
