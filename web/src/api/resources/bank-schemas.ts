import { z } from 'zod';
import { BankCsvMapping } from '@countinghouse/core/bank-statements/schemas';
import type {
  BankFilePreviewDto,
  BankImportDto,
  BankStatementDto,
  BankTransactionDto,
} from '@countinghouse/core/bank-statements/schemas';
import { transactionStates } from '@countinghouse/core/bank-statements/states';
import { Instant, Money, RecordId, Version } from '../schemas';

const Day = z.iso.date();

export const BankStatement = z
  .strictObject({
    id: RecordId.nullable().meta({ description: 'Null in a preview.' }),
    fileName: z.string(),
    format: z.enum(['camt.053', 'mt940', 'csv']),
    account: z.string().meta({ description: 'IBAN or number; empty where nobody knows.' }),
    bankAccountId: RecordId.nullable(),
    reference: z.string().nullable(),
    currency: z.string(),
    fromDay: Day.nullable(),
    toDay: Day.nullable(),
    opening: Money.nullable(),
    closing: Money.nullable(),
    transactionCount: z.int(),
    newCount: z.int().meta({ description: 'How many of them no earlier file had.' }),
    incomplete: z.boolean().meta({ description: 'The movements do not lead from one balance to the other.' }),
    createdAt: Instant.nullable(),
  })
  .meta({ id: 'BankStatement' }) satisfies z.ZodType<BankStatementDto>;

export const BankImport = z
  .strictObject({
    statements: z.array(BankStatement),
    alreadyImported: z.boolean(),
    newCount: z.int(),
  })
  .meta({ id: 'BankImport' }) satisfies z.ZodType<BankImportDto>;

const told = {
  day: Day,
  amount: Money.meta({ description: 'Negative where money leaves the account.' }),
  counterpartyName: z.string(),
  counterpartyAccount: z.string().nullable(),
  remittance: z.string(),
};

export const BankFilePreview = z
  .strictObject({
    table: z
      .strictObject({
        header: z.array(z.string()),
        sample: z.array(z.array(z.string())),
        mapping: BankCsvMapping.nullable(),
        remembered: z.boolean(),
        bankAccountId: RecordId.nullable(),
      })
      .nullable(),
    statements: z.array(BankStatement),
    transactions: z.array(z.strictObject(told)),
    alreadyImported: z.boolean(),
  })
  .meta({ id: 'BankFilePreview' }) satisfies z.ZodType<BankFilePreviewDto>;

export const BankTransaction = z
  .strictObject({
    ...told,
    id: RecordId,
    statementId: RecordId,
    account: z.string(),
    valueDay: Day.nullable(),
    creditorReference: z.string().nullable(),
    endToEndId: z.string().nullable(),
    bankReference: z.string().nullable(),
    reversal: z.boolean(),
    state: z.enum(transactionStates),
    paymentId: RecordId.nullable(),
    version: Version,
  })
  .meta({ id: 'BankTransaction' }) satisfies z.ZodType<BankTransactionDto>;
