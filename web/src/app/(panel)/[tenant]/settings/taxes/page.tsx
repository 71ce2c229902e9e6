import { may } from '@countinghouse/core/platform/permissions';
import { localDate } from '@countinghouse/core/platform/time';
import { listTaxCategories } from '@countinghouse/core/taxes';
import { rateOn, type TaxCategoryDto } from '@countinghouse/core/taxes/schemas';
import { IconPlus, IconReceiptTax } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { formatNumber } from '@countinghouse/core/platform/money';
import { formatDate } from '@countinghouse/core/platform/time';
import { readerOf } from '../../../../../server/reader';
import { requireCompany } from '../../../../../server/session';
import { ButtonLink } from '../../../../../ui/button';
import { EmptyState } from '../../../../../ui/empty-state';
import { StatusLabel } from '../../../../../ui/status-label';
import classes from '../_components/settings.module.css';
import { SettingsPage } from '../_components/settings-page';
import { sectionMetadata } from '../settings-metadata';
import { TaxMoves } from './_components/tax-moves';

export const generateMetadata = sectionMetadata('taxes');

export default async function TaxesSettings({ params }: { params: Promise<{ tenant: string }> }) {
  const { tenant } = await params;
  const company = await requireCompany(tenant);
  const { ctx } = company;
  const [t, categories] = await Promise.all([
    getTranslations('settings.taxes'),
    listTaxCategories(ctx, { archived: 'all' }),
  ]);
  const reader = readerOf(company);
  const writes = may(ctx.actor, 'settings:write');
  const today = localDate(ctx.clock(), company.tenant.timeZone);
  const ratesText = ({ rates }: TaxCategoryDto) => {
    const now = rateOn(rates, today);
    return rates
      .map((each) => {
        const percent = `${formatNumber(each.rate, reader.numberFormat)} %`;
        if (each === now && each.validTo === null) return percent;
        const [from, to] = [each.validFrom, each.validTo].map((day) => day && formatDate(day, reader));
        return to
          ? t('rateBetween', { percent, from: from ?? '', to })
          : t('rateFrom', { percent, from: from ?? '' });
      })
      .reverse()
      .join(' · ');
  };
  const add = writes && (
    <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/settings/taxes/new`}>
      {t('add')}
    </ButtonLink>
  );
  return (
    <SettingsPage company={company} current="taxes" primary={categories.length > 0 && add}>
      {categories.length === 0 ? (
        <EmptyState icon={IconReceiptTax} title={t('empty')} actions={add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {categories.map((category) => (
            <li key={category.id} className={classes.line}>
              <div className={classes.who}>
                <strong>
                  {category.name}
                  {category.isDefault && <StatusLabel tone="good">{t('default')}</StatusLabel>}
                  {category.archived && <StatusLabel tone="off">{t('archived')}</StatusLabel>}
                </strong>
                <span>{t(`codes.${category.code}`)}</span>
                <span>{category.code === 'S' ? ratesText(category) : category.exemptionReason}</span>
              </div>
              {writes && (
                <TaxMoves
                  tenant={tenant}
                  id={category.id}
                  name={category.name}
                  isDefault={category.isDefault}
                  archived={category.archived}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>{t('stamped')}</p>
    </SettingsPage>
  );
}
