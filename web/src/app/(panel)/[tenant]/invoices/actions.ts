'use server';

import {
  annotateInvoice,
  bulkInvoices,
  checkInvoice,
  createCreditNote,
  createInvoice,
  deleteInvoice,
  issueInvoice,
  previewInvoice,
  updateInvoice,
  voidInvoice,
  type AnnotateInvoiceInput,
  type BulkInvoicesInput,
  type CreateInvoiceInput,
  type CreditInput,
  type UpdateInvoiceInput,
} from '@countinghouse/core/invoices';
import { inCompany } from '../../../../server/action';
import { refusalsInWords } from '../../../../server/refusals';
import { sendInvoices } from './send-many';

export async function createInvoiceAction(tenant: string, input: CreateInvoiceInput) {
  return inCompany(tenant, (ctx) => createInvoice(ctx, input));
}

export async function updateInvoiceAction(
  tenant: string,
  id: string,
  version: number,
  input: UpdateInvoiceInput,
) {
  return inCompany(tenant, (ctx) => updateInvoice(ctx, id, version, input));
}

export async function annotateInvoiceAction(
  tenant: string,
  id: string,
  version: number,
  input: AnnotateInvoiceInput,
) {
  return inCompany(tenant, (ctx) => annotateInvoice(ctx, id, version, input));
}

export async function deleteInvoiceAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, (ctx) => deleteInvoice(ctx, id, version));
}

/** The number that comes next and what would keep it from being given. */
export async function issueCheckAction(tenant: string, id: string) {
  return inCompany(tenant, async (ctx) => {
    const problems = await checkInvoice(ctx, id);
    const { number } = await previewInvoice(ctx, id);
    return { number, problems };
  });
}

export async function issueInvoiceAction(tenant: string, id: string, version: number) {
  return inCompany(tenant, (ctx) => issueInvoice(ctx, id, version));
}

export async function voidInvoiceAction(tenant: string, id: string, version: number, reason: string) {
  return inCompany(tenant, (ctx) => voidInvoice(ctx, id, { reason }, version));
}

export async function createCreditNoteAction(tenant: string, input: CreditInput) {
  return inCompany(tenant, (ctx) => createCreditNote(ctx, input));
}

export async function bulkInvoicesAction(tenant: string, input: BulkInvoicesInput) {
  return inCompany(tenant, async (ctx) => refusalsInWords(await bulkInvoices(ctx, input)));
}

export async function sendInvoicesAction(tenant: string, ids: readonly string[], key: string) {
  return inCompany(tenant, (ctx) => sendInvoices(ctx, ids, key));
}
