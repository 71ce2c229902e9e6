import type { ReactNode } from 'react';
import { may } from '@countinghouse/core/platform/permissions';
import type { Page } from '@countinghouse/core/platform/lists';
import { localDate } from '@countinghouse/core/platform/time';
import { IconFileImport, IconPlus, type Icon } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { exportResources } from '@countinghouse/core/exports/schemas';
import type { Area } from '../../../../i18n/areas';
import { ClientMessages, type MessagePart } from '../../../../i18n/client-messages';
import { readerOf } from '../../../../server/reader';
import type { Company } from '../../../../server/session';
import { ButtonLink } from '../../../../ui/button';
import { EmptyState } from '../../../../ui/empty-state';
import { ColumnChooser } from '../../../../ui/filters/column-chooser';
import { FilterBar } from '../../../../ui/filters/filter-bar';
import type { Filter, Preset } from '../../../../ui/filters/types';
import { PageHeader } from '../../../../ui/page-header';
import { pickColumns } from '../../../../ui/table/address';
import { DataTable } from '../../../../ui/table/data-table';
import type { LoadMore, RowShape, SearchParams } from '../../../../ui/table/types';
import { ExportButton } from './export-button';
import { ExportSelected } from './export-selected';
import type { ListQuery } from './list-query';
import type { ExportedList } from './use-export';

/** Names the texts, the addresses, the permissions and the export of a list. */
export type RecordArea = Extract<
  Area,
  'orders' | 'offers' | 'invoices' | 'payments' | 'customers' | 'products'
>;

/** Areas whose records can be brought in by a file. */
const imported: readonly RecordArea[] = ['orders', 'customers', 'products'];

interface RecordListProps<Row> {
  area: RecordArea;
  company: Company;
  search: SearchParams;
  query: ListQuery<string>;
  page: Page<Row>;
  shape: RowShape<Row>;
  /** Columns that are shown where nobody has chosen others. */
  standardColumns: readonly string[];
  filters: readonly Filter[];
  presets?: readonly Preset[];
  loadMore: LoadMore;
  icon: Icon;
  /** What those who may write can do with a selection, beside exporting it. */
  bulk: ReactNode;
  /** Further texts that the bulk actions need. */
  bulkAreas?: readonly MessagePart[];
  /** Further buttons of the page. */
  actions?: ReactNode;
  /** Above the filters: the way to lists that belong to this one. */
  tabs?: ReactNode;
  /** Between filters and rows, such as sums of everything that the filters find. */
  summary?: ReactNode;
}

const bulkTexts = (area: RecordArea): MessagePart => `${area}.bulk`;

interface Steps {
  area: RecordArea;
  tenant: string;
  writes: boolean;
  imports: boolean;
}

async function steps({ area, tenant, writes, imports }: Steps) {
  const t = await getTranslations(area as 'orders');
  return {
    add: writes && (
      <ButtonLink look="primary" icon={IconPlus} href={`/${tenant}/${area}/new`}>
        {t('new')}
      </ButtonLink>
    ),
    bringIn: imports && imported.includes(area) && (
      <ButtonLink icon={IconFileImport} href={`/${tenant}/imports/new`}>
        {t('import')}
      </ButtonLink>
    ),
  };
}

/** A list of records: what can be added, filtered, chosen and taken away, and the rows. */
export async function RecordList<Row>(props: RecordListProps<Row>) {
  const { area, company, search, query, page, shape, standardColumns, filters, presets, loadMore } = props;
  const { ctx } = company;
  const tenant = company.tenant.slug;
  const t = await getTranslations(area as 'orders');
  const reader = readerOf(company);
  const columns = pickColumns(shape.columns, query.columns, standardColumns);
  const writes = may(ctx.actor, `${area}:write`);
  const resource = exportResources.find((each) => each === area);
  const exports = resource && may(ctx.actor, 'exports:write');
  const { add, bringIn } = await steps({ area, tenant, writes, imports: may(ctx.actor, 'imports:write') });
  const exported: ExportedList | null = exports
    ? { tenant, resource, sort: query.sort, columns: columns.map(({ key }) => key) }
    : null;
  const bulk = writes && props.bulk;
  const isFiltered = Object.keys(query.filters).length > 0;
  return (
    <>
      <PageHeader
        title={t('list')}
        actions={
          <>
            {bringIn}
            {props.actions}
            {exported && (
              <ClientMessages areas={['exports']}>
                <ExportButton {...exported} filters={query.filters} />
              </ClientMessages>
            )}
          </>
        }
        primary={add}
      />
      {props.tabs}
      <FilterBar
        filters={filters}
        {...(presets && { presets })}
        searchLabel={t('search')}
        dates={{ ...reader, today: localDate(ctx.clock(), company.tenant.timeZone) }}
      >
        <ColumnChooser
          columns={shape.columns.map(({ key, label }) => ({ key, label }))}
          standard={standardColumns}
        />
      </FilterBar>
      {props.summary}
      <DataTable
        {...shape}
        columns={columns}
        rows={page.rows}
        label={t('list')}
        search={search}
        sort={query.sort}
        nextCursor={page.nextCursor}
        loadMore={loadMore}
        numberFormat={reader.numberFormat}
        bulk={
          <ClientMessages areas={['exports', ...(bulk ? [bulkTexts(area), ...(props.bulkAreas ?? [])] : [])]}>
            {bulk}
            {exported && <ExportSelected {...exported} />}
          </ClientMessages>
        }
        empty={
          isFiltered ? (
            <EmptyState
              title={t('empty.noneFound')}
              actions={<ButtonLink href="?">{t('empty.clear')}</ButtonLink>}
            />
          ) : (
            <EmptyState
              icon={props.icon}
              title={t('empty.title')}
              actions={
                <>
                  {add}
                  {bringIn}
                </>
              }
            >
              {t('empty.text')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
