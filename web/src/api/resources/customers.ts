import {
  archiveCustomer,
  bulkCustomers,
  createCustomer,
  getCustomer,
  listCustomers,
  restoreCustomer,
  updateCustomer,
} from '@countinghouse/core/customers';
import {
  BulkCustomersInput,
  CreateCustomerInput,
  CustomerDto,
  ListCustomersInput,
  UpdateCustomerInput,
} from '@countinghouse/core/customers/schemas';
import { created, page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { bulk } from './bulk';

const Customer = CustomerDto.meta({ id: 'Customer' });
const tag = 'Customers';

const example = {
  kind: 'company',
  name: 'Bäckerei Zürn GmbH',
  externalNumber: 'C-1004',
  emails: ['einkauf@zuern.example'],
  billingAddress: { line1: 'Hafenstraße 4', city: 'Hamburg', postalCode: '20457', country: 'DE' },
  currency: 'EUR',
  paymentTermsDays: 14,
  tags: ['wholesale'],
};

const changed = {
  status: 200,
  description: 'The customer as it is now.',
  schema: Customer,
  headers: ['ETag'],
} as const;

export const customerOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/customers',
    id: 'listCustomers',
    tag,
    summary: 'List customers',
    scope: 'customers:read',
    query: ListCustomersInput,
    success: { status: 200, description: 'One page of customers.', schema: pageOf(Customer, 'CustomerPage') },
    run: async ({ ctx, query }) => page(await listCustomers(ctx, query)),
  },
  {
    method: 'post',
    path: '/customers',
    id: 'createCustomer',
    tag,
    summary: 'Create a customer',
    scope: 'customers:write',
    body: CreateCustomerInput,
    bodyExample: example,
    success: {
      status: 201,
      description: 'The new customer.',
      schema: Customer,
      headers: ['ETag', 'Location'],
    },
    run: async ({ ctx, body }) =>
      created('customers', await createCustomer(ctx, body as CreateCustomerInput)),
  },
  bulk<BulkCustomersInput>({
    resource: 'customers',
    tag,
    scope: 'customers:write',
    body: BulkCustomersInput,
    bodyExample: { action: 'add-tag', tag: 'wholesale', filters: { q: 'bakery' } },
    run: bulkCustomers,
  }),
  {
    method: 'get',
    path: '/customers/{id}',
    id: 'getCustomer',
    tag,
    summary: 'Read a customer',
    scope: 'customers:read',
    success: { status: 200, description: 'The customer.', schema: Customer, headers: ['ETag'] },
    run: async ({ ctx, id }) => record(await getCustomer(ctx, id)),
  },
  {
    method: 'patch',
    path: '/customers/{id}',
    id: 'updateCustomer',
    tag,
    summary: 'Change a customer',
    description: 'Only the fields that are given change; lists are replaced as a whole.',
    scope: 'customers:write',
    body: UpdateCustomerInput,
    bodyExample: { paymentTermsDays: 30 },
    ifMatch: 'required',
    success: changed,
    run: async ({ ctx, id, expectedVersion, body }) =>
      record(await updateCustomer(ctx, id, expectedVersion ?? 0, body as UpdateCustomerInput)),
  },
  {
    method: 'post',
    path: '/customers/{id}/archive',
    id: 'archiveCustomer',
    tag,
    summary: 'Archive a customer',
    description: 'Takes the customer out of lists; its orders stay. A second time changes nothing.',
    scope: 'customers:write',
    ifMatch: 'optional',
    success: changed,
    run: async ({ ctx, id, expectedVersion }) => record(await archiveCustomer(ctx, id, expectedVersion)),
  },
  {
    method: 'post',
    path: '/customers/{id}/restore',
    id: 'restoreCustomer',
    tag,
    summary: 'Bring an archived customer back',
    scope: 'customers:write',
    ifMatch: 'optional',
    success: changed,
    run: async ({ ctx, id, expectedVersion }) => record(await restoreCustomer(ctx, id, expectedVersion)),
  },
];
