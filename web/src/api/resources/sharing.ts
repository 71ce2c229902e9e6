import { newId } from '@countinghouse/core/platform/ids';
import {
  createDocumentLink,
  listDocumentLinks,
  listSendings,
  revokeDocumentLink,
  sendDocument,
} from '@countinghouse/core/sharing';
import {
  CreateLinkInput,
  SendDocumentInput,
  sendingStates,
  type DocumentLinkDto,
  type SendingDto,
} from '@countinghouse/core/sharing/schemas';
import { z } from 'zod';
import type { Operation } from '../operation';
import { Instant, RecordId } from '../schemas';

const tag = 'Documents';

const DocumentLink = z
  .strictObject({
    id: RecordId,
    documentId: RecordId,
    url: z.string().nullable().meta({
      description: 'Null once it is closed, and when the key that it was made with is gone.',
      example: 'https://books.example/share/3q2-7wAB…',
    }),
    state: z.enum(['active', 'expired', 'revoked']),
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    firstViewedAt: Instant.nullable(),
    lastViewedAt: Instant.nullable(),
    viewCount: z.int().meta({ description: 'Without views by members of the company.' }),
    createdAt: Instant,
  })
  .meta({ id: 'DocumentLink' }) satisfies z.ZodType<DocumentLinkDto>;

const Sending = z
  .strictObject({
    id: RecordId,
    documentId: RecordId,
    state: z.enum(sendingStates).meta({
      description:
        '`waiting` for the PDF, `queued` for the mail server; `kept` where there is no mail server.',
    }),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    attachXml: z.boolean(),
    withLink: z.boolean(),
    attachments: z.array(z.strictObject({ name: z.string(), bytes: z.string().nullable() })),
    reason: z.string().nullable().meta({ description: 'Why it failed, as the mail server says.' }),
    sentBy: z.string(),
    createdAt: Instant,
    queuedAt: Instant.nullable(),
    sentAt: Instant.nullable(),
    failedAt: Instant.nullable(),
  })
  .meta({ id: 'Sending' }) satisfies z.ZodType<SendingDto>;

export const sharingOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/documents/{id}/sendings',
    id: 'listSendings',
    tag,
    summary: 'List the mails that a document went with',
    description: 'The newest hundred. An offer needs `offers:read`.',
    scope: 'invoices:read',
    success: {
      status: 200,
      description: 'The mails, the newest first.',
      schema: z.strictObject({ data: z.array(Sending) }).meta({ id: 'SendingList' }),
    },
    run: async ({ ctx, id }) => ({ status: 200, body: { data: await listSendings(ctx, id) } }),
  },
  {
    method: 'post',
    path: '/documents/{id}/sendings',
    id: 'sendDocument',
    tag,
    problems: ['conflict'],
    summary: 'Send a document by mail',
    description:
      'As soon as its PDF is there. What is not given comes from the customer and the company’s templates. The same ' +
      'document goes to the same address within a minute only with `again`; an Idempotency-Key makes repeating safe. ' +
      'An offer needs `offers:write`.',
    scope: 'invoices:write',
    body: SendDocumentInput,
    bodyExample: { to: ['ann@blue.example'], attachXml: true },
    success: { status: 202, description: 'The mail, on its way.', schema: Sending },
    run: async ({ ctx, id, body }) => ({
      status: 202,
      body: await sendDocument(ctx, id, body as SendDocumentInput, newId()),
    }),
  },
  {
    method: 'get',
    path: '/documents/{id}/links',
    id: 'listDocumentLinks',
    tag,
    summary: 'List the public links to a document',
    description: 'The newest hundred. An offer needs `offers:read`.',
    scope: 'invoices:read',
    success: {
      status: 200,
      description: 'The links, the newest first.',
      schema: z.strictObject({ data: z.array(DocumentLink) }).meta({ id: 'DocumentLinkList' }),
    },
    run: async ({ ctx, id }) => ({ status: 200, body: { data: await listDocumentLinks(ctx, id) } }),
  },
  {
    method: 'post',
    path: '/documents/{id}/links',
    id: 'createDocumentLink',
    tag,
    summary: 'Make a public link to a document',
    description: 'For whoever has it, until it expires or is closed. An offer needs `offers:write`.',
    scope: 'invoices:write',
    body: CreateLinkInput,
    bodyExample: { expiresInDays: 30 },
    success: { status: 201, description: 'The link.', schema: DocumentLink },
    run: async ({ ctx, id, body }) => ({
      status: 201,
      body: await createDocumentLink(ctx, id, body as CreateLinkInput),
    }),
  },
  {
    method: 'post',
    path: '/document-links/{id}/revoke',
    id: 'revokeDocumentLink',
    tag,
    summary: 'Close a public link',
    description: 'For good. A second time changes nothing. An offer needs `offers:write`.',
    scope: 'invoices:write',
    success: { status: 200, description: 'The link, which is closed.', schema: DocumentLink },
    run: async ({ ctx, id }) => ({ status: 200, body: await revokeDocumentLink(ctx, id) }),
  },
];
