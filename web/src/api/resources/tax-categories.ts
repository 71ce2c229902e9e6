import {
  archiveTaxCategory,
  createTaxCategory,
  getTaxCategory,
  listTaxCategories,
  restoreTaxCategory,
  setDefaultTaxCategory,
  updateTaxCategory,
} from '@countinghouse/core/taxes';
import {
  CreateTaxCategoryInput,
  ListTaxCategoriesInput,
  TaxCategoryDto,
  UpdateTaxCategoryInput,
} from '@countinghouse/core/taxes/schemas';
import type { Ctx } from '@countinghouse/core/platform/context';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';

const TaxCategory = TaxCategoryDto.meta({ id: 'TaxCategory' });
const tag = 'Tax categories';
const now = {
  status: 200,
  description: 'The tax category as it is now.',
  schema: TaxCategory,
  headers: ['ETag'],
} as const;

interface Change {
  name: string;
  id: string;
  summary: string;
  run: (ctx: Ctx, id: string) => Promise<TaxCategoryDto>;
}

const change = ({ name, id, summary, run }: Change): Operation => ({
  method: 'post',
  path: `/tax-categories/{id}/${name}`,
  id,
  tag,
  summary,
  description: 'A second time changes nothing.',
  scope: 'settings:write',
  success: now,
  run: async ({ ctx, id }) => record(await run(ctx, id)),
});

export const taxCategoryOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/tax-categories',
    id: 'listTaxCategories',
    tag,
    summary: 'List tax categories with their rates',
    description: 'All of them at once, the default first.',
    scope: 'settings:read',
    query: ListTaxCategoriesInput,
    success: { status: 200, description: 'The categories.', schema: pageOf(TaxCategory, 'TaxCategoryPage') },
    run: async ({ ctx, query }) => page({ rows: await listTaxCategories(ctx, query), nextCursor: null }),
  },
  {
    method: 'post',
    path: '/tax-categories',
    id: 'createTaxCategory',
    tag,
    summary: 'Add a tax category',
    description: 'Codes are those of EN 16931: S, Z, E, AE, K, G, O.',
    scope: 'settings:write',
    body: CreateTaxCategoryInput,
    bodyExample: { code: 'S', name: 'Reduced rate', rates: [{ rate: '7', validFrom: '2021-01-01' }] },
    success: { status: 201, description: 'The new one.', schema: TaxCategory, headers: ['ETag', 'Location'] },
    run: async ({ ctx, body }) =>
      created('tax-categories', await createTaxCategory(ctx, body as CreateTaxCategoryInput)),
  },
  {
    method: 'get',
    path: '/tax-categories/{id}',
    id: 'getTaxCategory',
    tag,
    summary: 'Read a tax category',
    scope: 'settings:read',
    success: { status: 200, description: 'The tax category.', schema: TaxCategory, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getTaxCategory(ctx, id)),
  },
  {
    method: 'patch',
    path: '/tax-categories/{id}',
    id: 'updateTaxCategory',
    tag,
    summary: 'Change name, reason or rates',
    description:
      '`rates`, where given, is the whole new list. Orders keep the rates that they were written with.',
    scope: 'settings:write',
    body: UpdateTaxCategoryInput,
    bodyExample: { rates: [{ rate: '19', validFrom: '2021-01-01' }] },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateTaxCategory(ctx, id, expectedVersion ?? 0, body as UpdateTaxCategoryInput)),
  },
  change({
    name: 'archive',
    id: 'archiveTaxCategory',
    summary: 'Archive a tax category',
    run: archiveTaxCategory,
  }),
  change({
    name: 'restore',
    id: 'restoreTaxCategory',
    summary: 'Bring it back',
    run: restoreTaxCategory,
  }),
  change({
    name: 'make-default',
    id: 'setDefaultTaxCategory',
    summary: 'Make it the default of new products and free lines',
    run: setDefaultTaxCategory,
  }),
];
