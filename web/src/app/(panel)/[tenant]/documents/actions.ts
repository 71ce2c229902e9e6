'use server';

import {
  createDocumentLink,
  draftDocumentMail,
  revokeDocumentLink,
  sendDocument,
  type CreateLinkInput,
  type SendDocumentInput,
} from '@countinghouse/core/sharing';
import { inCompany } from '../../../../server/action';

export async function draftMailAction(tenant: string, documentId: string) {
  return inCompany(tenant, (ctx) => draftDocumentMail(ctx, documentId));
}

export async function sendDocumentAction(
  tenant: string,
  documentId: string,
  input: SendDocumentInput,
  requestKey: string,
) {
  return inCompany(tenant, (ctx) => sendDocument(ctx, documentId, input, requestKey));
}

export async function createLinkAction(tenant: string, documentId: string, input: CreateLinkInput) {
  return inCompany(tenant, (ctx) => createDocumentLink(ctx, documentId, input));
}

export async function revokeLinkAction(tenant: string, linkId: string) {
  return inCompany(tenant, (ctx) => revokeDocumentLink(ctx, linkId));
}
