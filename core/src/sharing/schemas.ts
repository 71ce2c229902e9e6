import { z } from 'zod';
import { AnswerOfferInput } from '../offers/schemas';
import { says } from '../platform/errors';
import { Paragraphs, RequiredLine, unique } from '../platform/fields';
import type { Language } from '../platform/time';

const Address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@"<>,;]{1,64}@[^\s@"<>,;]{1,255}$/u, says('email'));

/** Sends a document by mail. What is absent comes from the customer and the company's templates. */
export const SendDocumentInput = z.strictObject({
  to: z.array(Address).min(1).max(20).overwrite(unique).optional(),
  cc: z.array(Address).max(20).overwrite(unique).default([]),
  subject: RequiredLine(300).optional(),
  text: Paragraphs(10_000).optional(),
  /** The e-invoice as a file beside the PDF; invoices and credit notes only. */
  attachXml: z.boolean().default(false),
  /** Puts a link to the document's public page into the mail. */
  withLink: z.boolean().default(true),
  /** Sends although the same document went to one of the addresses within the last minute. */
  again: z.boolean().default(false),
});
export type SendDocumentInput = z.input<typeof SendDocumentInput>;

/** Names one request to send; the same key never sends twice. */
export const RequestKey = z.string().min(8).max(200);

export const LINK_DAYS = 180;

export const CreateLinkInput = z.strictObject({
  expiresInDays: z.number().int().min(1).max(3_650).default(LINK_DAYS),
});
export type CreateLinkInput = z.input<typeof CreateLinkInput>;

/**
 * A link to a document. `url` is null when it cannot be shown again, because the key that it was made with is gone.
 */
export interface DocumentLinkDto {
  id: string;
  documentId: string;
  url: string | null;
  state: 'active' | 'expired' | 'revoked';
  expiresAt: string;
  revokedAt: string | null;
  firstViewedAt: string | null;
  lastViewedAt: string | null;
  viewCount: number;
  createdAt: string;
}

/** What who has the link of an offer answers. */
export const AnswerSharedInput = AnswerOfferInput.extend({ answer: z.enum(['accepted', 'declined']) });
export type AnswerSharedInput = z.input<typeof AnswerSharedInput>;

/** `waiting` for the PDF, `queued` for the mail server; `kept` where there is no mail server. */
export const sendingStates = ['waiting', 'queued', 'sent', 'kept', 'failed'] as const;
export type SendingState = (typeof sendingStates)[number];

export interface SendingDto {
  id: string;
  documentId: string;
  state: SendingState;
  to: string[];
  cc: string[];
  subject: string;
  text: string;
  attachXml: boolean;
  withLink: boolean;
  attachments: { name: string; bytes: string | null }[];
  /** Why it failed, as the mail server says. */
  reason: string | null;
  sentBy: string;
  createdAt: string;
  queuedAt: string | null;
  sentAt: string | null;
  failedAt: string | null;
}

/** What a mail about a document would say, to be edited before it is sent. */
export interface MailDraft {
  to: string[];
  subject: string;
  text: string;
  language: Language;
  mayAttachXml: boolean;
}
