'use server';

import {
  ignoreBankTransaction,
  importBankFile,
  previewBankFile,
  reopenBankTransaction,
} from '@countinghouse/core/bank-statements';
import type { BankFileInput } from '@countinghouse/core/bank-statements/schemas';
import {
  allocatePayment,
  applyCreditNote,
  applyCreditNotes,
  confirmSureMatches,
  confirmTransaction,
  listOpenDocuments,
  recordPayment,
  refundPayment,
  takeBackAllocation,
  voidPayment,
  writeCustomerStatement,
  writeOffDifference,
} from '@countinghouse/core/payments';
import type {
  AllocatePaymentInput,
  ApplyCreditInput,
  ApplyCreditsInput,
  ConfirmTransactionInput,
  OpenItemsInput,
  RecordPaymentInput,
  RefundInput,
  StatementInput,
  WriteOffInput,
} from '@countinghouse/core/payments/schemas';
import { inCompany } from '../../../../server/action';

export async function recordPaymentAction(tenant: string, input: RecordPaymentInput) {
  return inCompany(tenant, (ctx) => recordPayment(ctx, input));
}

export async function allocatePaymentAction(
  tenant: string,
  id: string,
  version: number,
  input: AllocatePaymentInput,
) {
  return inCompany(tenant, (ctx) => allocatePayment(ctx, id, input, version));
}

export async function writeOffAction(tenant: string, input: WriteOffInput) {
  return inCompany(tenant, (ctx) => writeOffDifference(ctx, input));
}

export async function applyCreditAction(tenant: string, input: ApplyCreditInput) {
  return inCompany(tenant, (ctx) => applyCreditNote(ctx, input));
}

export async function applyCreditsAction(tenant: string, input: ApplyCreditsInput) {
  return inCompany(tenant, (ctx) => applyCreditNotes(ctx, input));
}

export async function takeBackAllocationAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => takeBackAllocation(ctx, id));
}

export async function voidPaymentAction(tenant: string, id: string, version: number, reason: string) {
  return inCompany(tenant, (ctx) => voidPayment(ctx, id, { reason }, version));
}

export async function refundPaymentAction(tenant: string, input: RefundInput) {
  return inCompany(tenant, (ctx) => refundPayment(ctx, input));
}

export async function openDocumentsAction(tenant: string, input: OpenItemsInput) {
  return inCompany(tenant, (ctx) => listOpenDocuments(ctx, input));
}

export async function previewBankFileAction(tenant: string, input: BankFileInput) {
  return inCompany(tenant, (ctx) => previewBankFile(ctx, input));
}

export async function importBankFileAction(tenant: string, input: BankFileInput) {
  return inCompany(tenant, (ctx) => importBankFile(ctx, input));
}

export async function confirmTransactionAction(tenant: string, id: string, input: ConfirmTransactionInput) {
  return inCompany(tenant, (ctx) => confirmTransaction(ctx, id, input));
}

export async function confirmSureAction(tenant: string, ids: string[]) {
  return inCompany(tenant, (ctx) => confirmSureMatches(ctx, { ids }));
}

export async function ignoreTransactionAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => ignoreBankTransaction(ctx, id));
}

export async function reopenTransactionAction(tenant: string, id: string) {
  return inCompany(tenant, (ctx) => reopenBankTransaction(ctx, id));
}

export async function writeStatementAction(tenant: string, customerId: string, input: StatementInput) {
  return inCompany(tenant, (ctx) => writeCustomerStatement(ctx, customerId, input));
}
