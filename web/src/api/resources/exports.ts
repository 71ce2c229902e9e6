import { cancelExport, createExport, getExport, listExports, openExport } from '@countinghouse/core/exports';
import {
  CreateExportInput,
  exportResources,
  exportStates,
  ListExportsInput,
  type ExportDto,
} from '@countinghouse/core/exports/schemas';
import { z } from 'zod';
import { page, type Operation } from '../operation';
import { Instant, pageOf, RecordId } from '../schemas';

const Export = z
  .strictObject({
    id: RecordId,
    resource: z.enum(exportResources),
    format: z.enum(['csv']),
    status: z.enum(exportStates),
    progress: z.strictObject({
      done: z.int(),
      total: z.int().nullable().meta({ description: 'Null until the rows have been counted.' }),
    }),
    fileName: z.string(),
    file: z
      .strictObject({
        name: z.string(),
        bytes: z.string().meta({ description: 'Size, as text.', example: '18233' }),
        sha256: z.string(),
      })
      .nullable()
      .meta({ description: 'Null until it is ready, and after it has expired.' }),
    error: z.string().nullable(),
    createdAt: Instant,
    finishedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'Export' });

/** What the screens call the state is the status of the public contract. */
const toExport = ({ state, ...rest }: ExportDto): z.infer<typeof Export> => ({ ...rest, status: state });

const tag = 'Exports';
const one = (description: string) => ({ description, schema: Export });

export const exportOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/exports',
    id: 'listExports',
    tag,
    summary: 'List exports',
    description: 'Those that this key has asked for, the newest first.',
    scope: 'exports:read',
    query: ListExportsInput,
    success: { status: 200, description: 'One page of exports.', schema: pageOf(Export, 'ExportPage') },
    run: async ({ ctx, query }) => {
      const { rows, nextCursor } = await listExports(ctx, query);
      return page({ rows: rows.map(toExport), nextCursor });
    },
  },
  {
    method: 'post',
    path: '/exports',
    id: 'createExport',
    tag,
    summary: 'Ask for a list as a file',
    description:
      'Filters, sort and columns are those of the list. The file is written in the background: read the export ' +
      'again until its status is `ready`. Needs the reading scope of the resource, too.',
    scope: 'exports:write',
    body: CreateExportInput,
    bodyExample: {
      resource: 'orders',
      format: 'csv',
      filters: { status: 'placed', placedFrom: '2026-11-01' },
    },
    success: { status: 202, headers: ['Location'], ...one('The export, waiting to be written.') },
    run: async ({ ctx, body }) => {
      const made = await createExport(ctx, body as CreateExportInput);
      return { status: 202, headers: { Location: `/api/v1/exports/${made.id}` }, body: toExport(made) };
    },
  },
  {
    method: 'get',
    path: '/exports/{id}',
    id: 'getExport',
    tag,
    summary: 'Read an export and its progress',
    scope: 'exports:read',
    success: { status: 200, ...one('The export.') },
    run: async ({ ctx, id }) => ({ status: 200, body: toExport(await getExport(ctx, id)) }),
  },
  {
    method: 'get',
    path: '/exports/{id}/download',
    id: 'downloadExport',
    tag,
    problems: ['conflict'],
    summary: 'Download the file',
    scope: 'exports:read',
    success: {
      status: 302,
      description: 'To the file, by a link that is good for a minute.',
      headers: ['Location'],
    },
    run: async ({ ctx, id }) => ({ status: 302, headers: { Location: await openExport(ctx, id) } }),
  },
  {
    method: 'post',
    path: '/exports/{id}/cancel',
    id: 'cancelExport',
    tag,
    summary: 'Stop an export that is not ready',
    scope: 'exports:write',
    success: { status: 200, ...one('The export as it is now.') },
    run: async ({ ctx, id }) => ({ status: 200, body: toExport(await cancelExport(ctx, id)) }),
  },
];
