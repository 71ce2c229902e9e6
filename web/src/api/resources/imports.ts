import {
  cancelImport,
  createImport,
  getImport,
  importUploaded,
  listImports,
  openImportReport,
  planImport,
  reinspectImport,
  startImport,
} from '@countinghouse/core/imports';
import {
  CreateImportInput,
  ImportFormatInput,
  ListImportsInput,
  PlanImportInput,
} from '@countinghouse/core/imports/schemas';
import { page, record, type Operation } from '../operation';
import { pageOf } from '../schemas';
import { Import, ImportSummary, ImportTicket } from './import-schemas';

const tag = 'Imports';
const now = {
  status: 200,
  description: 'The import as it is now.',
  schema: Import,
  headers: ['ETag'],
} as const;

/** The steps of an import, in their order. */
const steps: readonly Operation[] = [
  {
    method: 'post',
    path: '/imports/{id}/uploaded',
    id: 'importUploaded',
    tag,
    problems: ['invalid'],
    summary: 'Say that the file has been uploaded',
    description: 'The file is then looked into; read the import until its state is `mapping`.',
    scope: 'imports:write',
    idempotency: 'by-nature',
    success: now,
    run: async ({ ctx, id }) => record(await importUploaded(ctx, id)),
  },
  {
    method: 'post',
    path: '/imports/{id}/inspect',
    id: 'reinspectImport',
    tag,
    summary: 'Look into the file again',
    description: 'With an encoding, delimiter, sheet or header line of your choice.',
    scope: 'imports:write',
    body: ImportFormatInput,
    bodyExample: { encoding: 'windows-1251', delimiter: ';' },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, body, expectedVersion }) =>
      record(await reinspectImport(ctx, id, body as ImportFormatInput, expectedVersion ?? 0)),
  },
  {
    method: 'post',
    path: '/imports/{id}/plan',
    id: 'planImport',
    tag,
    summary: 'Say what the columns mean',
    description: 'The import then finds out what it would do; read it until its state is `planned`.',
    scope: 'imports:write',
    body: PlanImportInput,
    bodyExample: {
      mapping: { orderNumber: 0, sku: 1, title: 2, quantity: 3, placedAt: 4, unitPrice: 5 },
      options: { currency: 'GBP', dateFormat: 'dmy', returnPrefix: 'C' },
    },
    ifMatch: 'required',
    success: now,
    run: async ({ ctx, id, body, expectedVersion }) =>
      record(await planImport(ctx, id, body as PlanImportInput, expectedVersion ?? 0)),
  },
  {
    method: 'post',
    path: '/imports/{id}/start',
    id: 'startImport',
    tag,
    summary: 'Import what the plan shows',
    description: 'Needs the writing scopes of orders, customers and products, too.',
    scope: 'imports:write',
    ifMatch: 'optional',
    success: now,
    run: async ({ ctx, id, expectedVersion }) => record(await startImport(ctx, id, expectedVersion)),
  },
  {
    method: 'post',
    path: '/imports/{id}/cancel',
    id: 'cancelImport',
    tag,
    summary: 'Stop an import',
    description: 'What has been imported until then stays.',
    scope: 'imports:write',
    success: now,
    run: async ({ ctx, id }) => record(await cancelImport(ctx, id)),
  },
];

export const importOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/imports',
    id: 'listImports',
    tag,
    summary: 'List imports',
    scope: 'imports:read',
    query: ListImportsInput,
    success: {
      status: 200,
      description: 'One page, the newest first.',
      schema: pageOf(ImportSummary, 'ImportPage'),
    },
    run: async ({ ctx, query }) => page(await listImports(ctx, query)),
  },
  {
    method: 'post',
    path: '/imports',
    id: 'createImport',
    tag,
    summary: 'Announce a file of orders',
    description:
      'Then send the bytes to `upload.url` with `upload.method` and `upload.headers`, within an hour, and say so.',
    scope: 'imports:write',
    body: CreateImportInput,
    bodyExample: { fileName: 'orders.csv', bytes: 18_233 },
    success: {
      status: 201,
      description: 'The import, and where its file goes.',
      schema: ImportTicket,
      headers: ['Location'],
    },
    run: async ({ ctx, body }) => {
      const ticket = await createImport(ctx, body as CreateImportInput);
      return { status: 201, headers: { Location: `/api/v1/imports/${ticket.import.id}` }, body: ticket };
    },
  },
  {
    method: 'get',
    path: '/imports/{id}',
    id: 'getImport',
    tag,
    summary: 'Read an import, its progress and its result',
    scope: 'imports:read',
    success: { ...now, description: 'The import.' },
    run: async ({ ctx, id }) => record(await getImport(ctx, id)),
  },
  {
    method: 'get',
    path: '/imports/{id}/report',
    id: 'downloadImportReport',
    tag,
    problems: ['conflict'],
    summary: 'Download the lines that are not imported',
    description: 'As CSV: line, column, value and reason. There is one from the plan on.',
    scope: 'imports:read',
    success: {
      status: 302,
      description: 'To the file, by a link that is good for a minute.',
      headers: ['Location'],
    },
    run: async ({ ctx, id }) => ({ status: 302, headers: { Location: await openImportReport(ctx, id) } }),
  },
  ...steps,
];
