import {
  archiveProduct,
  bulkProducts,
  createProduct,
  getProduct,
  listProducts,
  restoreProduct,
  updateProduct,
} from '@countinghouse/core/products';
import {
  BulkProductsInput,
  CreateProductInput,
  ProductDto,
  ListProductsInput,
  UpdateProductInput,
} from '@countinghouse/core/products/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { bulk } from './bulk';

const Product = ProductDto.meta({ id: 'Product' });
const tag = 'Products';

const example = {
  sku: 'RYE-750',
  name: 'Rye bread, sliced, 750 g',
  names: { ru: 'Хлеб ржаной, 750 г' },
  unit: 'C62',
  unitPrice: '3.2',
  currency: 'EUR',
  tags: ['bakery'],
};

const changed = {
  status: 200,
  description: 'The product as it is now.',
  schema: Product,
  headers: ['ETag'],
} as const;

export const productOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/products',
    id: 'listProducts',
    tag,
    summary: 'List products',
    scope: 'products:read',
    query: ListProductsInput,
    success: { status: 200, description: 'One page of products.', schema: pageOf(Product, 'ProductPage') },
    run: async ({ ctx, query }) => page(await listProducts(ctx, query)),
  },
  {
    method: 'post',
    path: '/products',
    id: 'createProduct',
    tag,
    summary: 'Create a product',
    scope: 'products:write',
    body: CreateProductInput,
    bodyExample: example,
    success: {
      status: 201,
      description: 'The new product.',
      schema: Product,
      headers: ['ETag', 'Location'],
    },
    run: async ({ ctx, body }) => created('products', await createProduct(ctx, body as CreateProductInput)),
  },
  bulk<BulkProductsInput>({
    resource: 'products',
    tag,
    scope: 'products:write',
    body: BulkProductsInput,
    bodyExample: { action: 'add-tag', tag: 'wholesale', filters: { q: 'bakery' } },
    run: bulkProducts,
  }),
  {
    method: 'get',
    path: '/products/{id}',
    id: 'getProduct',
    tag,
    summary: 'Read a product',
    scope: 'products:read',
    success: { status: 200, description: 'The product.', schema: Product, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getProduct(ctx, id)),
  },
  {
    method: 'patch',
    path: '/products/{id}',
    id: 'updateProduct',
    tag,
    summary: 'Change a product',
    description:
      'Only the fields that are given change; names and tags are replaced as a whole. Orders keep what they were written with.',
    scope: 'products:write',
    body: UpdateProductInput,
    bodyExample: { unitPrice: '3.4' },
    ifMatch: 'required',
    success: changed,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateProduct(ctx, id, expectedVersion ?? 0, body as UpdateProductInput)),
  },
  {
    method: 'post',
    path: '/products/{id}/archive',
    id: 'archiveProduct',
    tag,
    summary: 'Archive a product',
    description: 'Takes the product out of lists; lines of orders stay. A second time changes nothing.',
    scope: 'products:write',
    ifMatch: 'optional',
    success: changed,
    run: async ({ ctx, id, expectedVersion }) => record(await archiveProduct(ctx, id, expectedVersion)),
  },
  {
    method: 'post',
    path: '/products/{id}/restore',
    id: 'restoreProduct',
    tag,
    summary: 'Bring an archived product back',
    scope: 'products:write',
    ifMatch: 'optional',
    success: changed,
    run: async ({ ctx, id, expectedVersion }) => record(await restoreProduct(ctx, id, expectedVersion)),
  },
];
