import {
  completeUpload,
  deleteFile,
  getFile,
  listFiles,
  openFile,
  requestUpload,
} from '@countinghouse/core/files';
import {
  fileStates,
  fileSubjects,
  ListFilesInput,
  RequestUploadInput,
  type FileDto,
  type UploadTicket,
} from '@countinghouse/core/files/schemas';
import { z } from 'zod';
import { page, type Operation } from '../operation';
import { Instant, pageOf, RecordId } from '../schemas';

const File = z
  .strictObject({
    id: RecordId,
    subjectType: z.enum(fileSubjects),
    subjectId: RecordId,
    name: z.string(),
    contentType: z.string(),
    bytes: z.string().meta({ description: 'Size, as text.', example: '18233' }),
    sha256: z.string().nullable(),
    state: z.enum(fileStates),
    createdAt: Instant,
  })
  .meta({ id: 'File' }) satisfies z.ZodType<FileDto>;

const Ticket = z
  .strictObject({
    file: File,
    upload: z.strictObject({
      url: z.string(),
      method: z.literal('PUT'),
      headers: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'UploadTicket' }) satisfies z.ZodType<UploadTicket>;

const tag = 'Files';

export const fileOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/files',
    id: 'listFiles',
    tag,
    summary: 'List files',
    description: 'Of one record or of all that the key may read, the newest first.',
    scope: 'files:read',
    query: ListFilesInput,
    success: { status: 200, description: 'One page of files.', schema: pageOf(File, 'FilePage') },
    run: async ({ ctx, query }) => page(await listFiles(ctx, query)),
  },
  {
    method: 'post',
    path: '/files',
    id: 'requestUpload',
    tag,
    problems: ['not-found'],
    summary: 'Announce a file',
    description:
      'Then send the bytes to `upload.url` with `upload.method` and `upload.headers`, within a quarter of an hour, ' +
      'and complete the file.',
    scope: 'files:write',
    body: RequestUploadInput,
    bodyExample: {
      subjectType: 'order',
      subjectId: '019a5b6c-7d8e-7f01-8234-56789abcdef0',
      name: 'delivery note.pdf',
      bytes: 18_233,
    },
    success: {
      status: 201,
      description: 'The file, and where its bytes go.',
      schema: Ticket,
      headers: ['Location'],
    },
    run: async ({ ctx, body }) => {
      const ticket = await requestUpload(ctx, body as RequestUploadInput);
      return { status: 201, headers: { Location: `/api/v1/files/${ticket.file.id}` }, body: ticket };
    },
  },
  {
    method: 'get',
    path: '/files/{id}',
    id: 'getFile',
    tag,
    summary: 'Read what is known about a file',
    description: 'Also while its bytes have not arrived. Needs the reading scope of its record, too.',
    scope: 'files:read',
    success: { status: 200, description: 'The file.', schema: File },
    run: async ({ ctx, id }) => ({ status: 200, body: await getFile(ctx, id) }),
  },
  {
    method: 'post',
    path: '/files/{id}/complete',
    id: 'completeUpload',
    tag,
    problems: ['invalid'],
    summary: 'Take an uploaded file over',
    description: 'Checks size and content. A second time changes nothing.',
    scope: 'files:write',
    idempotency: 'by-nature',
    success: { status: 200, description: 'The file.', schema: File },
    run: async ({ ctx, id }) => ({ status: 200, body: await completeUpload(ctx, id) }),
  },
  {
    method: 'get',
    path: '/files/{id}/download',
    id: 'downloadFile',
    tag,
    problems: ['conflict'],
    summary: 'Download a file',
    scope: 'files:read',
    success: {
      status: 302,
      description: 'To the bytes, by a link that is good for a minute.',
      headers: ['Location'],
    },
    run: async ({ ctx, id }) => ({ status: 302, headers: { Location: await openFile(ctx, id) } }),
  },
  {
    method: 'delete',
    path: '/files/{id}',
    id: 'deleteFile',
    tag,
    summary: 'Delete a file',
    scope: 'files:write',
    success: { status: 204, description: 'It is gone.' },
    run: async ({ ctx, id }) => {
      await deleteFile(ctx, id);
      return { status: 204 };
    },
  },
];
