import {
  getDocument,
  openDocumentPdf,
  reprintDocument,
  type FullDocument,
} from '@countinghouse/core/documents';
import {
  documentKinds,
  DocumentSnapshot,
  pdfStates,
  type DocumentDto,
} from '@countinghouse/core/documents/schemas';
import { LanguageCode, PlainDate } from '@countinghouse/core/platform/time';
import { z } from 'zod';
import type { Operation } from '../operation';
import { Instant, RecordId } from '../schemas';

const Document = z
  .strictObject({
    id: RecordId,
    kind: z.enum(documentKinds),
    number: z.string(),
    issueDate: PlainDate,
    language: LanguageCode,
    contentHash: z.string().meta({ description: 'SHA-256 of the snapshot as canonical JSON (RFC 8785).' }),
    pdf: z.strictObject({
      state: z.enum(pdfStates),
      bytes: z.string().nullable().meta({ description: 'Size, as text.' }),
      sha256: z.string().nullable(),
      pages: z.int().nullable(),
    }),
    createdAt: Instant,
  })
  .meta({ id: 'Document' }) satisfies z.ZodType<Omit<DocumentDto, 'language'> & { language: string }>;

const WholeDocument = Document.extend({
  snapshot: DocumentSnapshot.meta({
    description: 'Everything that the document says, as it was frozen. Amounts are minor units as text.',
  }),
}).meta({ id: 'WholeDocument' }) satisfies z.ZodType<Omit<FullDocument, 'language'> & { language: string }>;

const tag = 'Documents';

export const documentOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/documents/{id}',
    id: 'getDocument',
    tag,
    summary: 'Read a document',
    description:
      'The frozen paper behind an invoice, credit note, offer, reminder or statement. An offer needs `offers:read`.',
    scope: 'invoices:read',
    success: { status: 200, description: 'The document.', schema: WholeDocument },
    run: async ({ ctx, id }) => ({ status: 200, body: await getDocument(ctx, id) }),
  },
  {
    method: 'get',
    path: '/documents/{id}/pdf',
    id: 'downloadDocumentPdf',
    tag,
    problems: ['conflict'],
    summary: 'Download the PDF of a document',
    description:
      'While it is being printed, the answer is a conflict: ask again. An offer needs `offers:read`.',
    scope: 'invoices:read',
    success: {
      status: 302,
      description: 'To the PDF, by a link that is good for a minute.',
      headers: ['Location'],
    },
    run: async ({ ctx, id }) => ({ status: 302, headers: { Location: await openDocumentPdf(ctx, id) } }),
  },
  {
    method: 'post',
    path: '/documents/{id}/print',
    id: 'reprintDocument',
    tag,
    summary: 'Print a document again',
    description: 'After its printing has failed; otherwise nothing changes. An offer needs `offers:write`.',
    scope: 'invoices:write',
    success: { status: 200, description: 'The document, which is being printed.', schema: Document },
    run: async ({ ctx, id }) => ({ status: 200, body: await reprintDocument(ctx, id) }),
  },
];
